"""Whether captions may leave: lyrics in another language only where they are cleared."""

from dataclasses import dataclass

from kaigai.desks.captions.clearances.record import Use
from kaigai.formats.captions.document import Opened
from kaigai.formats.captions.songs import sung
from kaigai.terms.text import Text


@dataclass(frozen=True, slots=True)
class Asked:
    """What must be cleared before captions leave: which cues, in which language, for which use."""

    cues: tuple[int, ...]
    language: str
    use: Use


@dataclass(frozen=True, slots=True)
class Free:
    """Captions that may leave without a clearance, and why."""

    reason: Text
    cues: tuple[int, ...] = ()


def asked(opened: Opened, *, are_lyrics: bool, original: str) -> Asked | Free:
    """What a file needs before it leaves.

    are_lyrics  the whole file is lyrics; else the cues marked as song are. LRC always is
    original    the language in which the song is sung
    """
    whole = are_lyrics or opened.captions.kind == "lrc"
    cues = tuple(range(1, len(opened.captions.cues) + 1)) if whole else tuple(
        sung(opened.captions.cues))  # fmt: skip
    if not cues:
        return Free(NO_SONG)
    base = opened.language.partition("-")[0]
    same = base == original.partition("-")[0]
    romanised = same and "-Latn" in opened.language and "-Latn" not in original
    if opened.language and same and not romanised:
        return Free(OWN, cues)
    return Asked(cues, opened.language, "romanisation" if romanised else "translation")


NO_SONG = Text(
    en="no cue is marked as song (♪); if these are lyrics, add --lyrics",
    ja="歌詞の印(♪)がある字幕はありません。全体が歌詞なら --lyrics を付けてください",
)
OWN = Text(
    en="the lyrics are in the language in which they are sung: no clearance needed",
    ja="歌われている言語のままの歌詞なので、翻訳の許諾は要りません",
)
NO_LANGUAGE = Text(
    en="the language of these captions is not known; add --language",
    ja="字幕の言語が分かりません。--language で指定してください",
)
