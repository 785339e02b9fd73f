"""A line in another language than the file's was perhaps forgotten."""

from collections.abc import Iterator
from re import findall
from typing import Final
from unicodedata import normalize

from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import Track
from kaigai.formats.captions.model import Cue
from kaigai.formats.captions.songs import is_sung
from kaigai.terms.languages import contradicts
from kaigai.terms.text import Text

_NOT_LATIN: Final = frozenset({"ja", "ko", "zh", "th", "ar", "he", "hi", "ru", "uk", "el"})
_FEW: Final = 3  #: words that may be a name, or a word everybody knows


@rule(
    "untranslated",
    weight="medium",
    ja="ファイルと別の言語の行は、訳し忘れかもしれません。",
    say=Text("{why_en}", "{why_ja}"),
    todo=Text(
        "translate it, or leave it if it is meant so",
        "訳すか、意図したものならそのままで構いません",
    ),
)
def untranslated(track: Track) -> Iterator[Hit]:
    """Cues in a script of another language, or word for word as in the original."""
    for place, cue in enumerate(track.cues):
        if why := _why(cue, track):
            yield Hit(place, {"why_en": why.en, "why_ja": why.ja})


def _why(cue: Cue, track: Track) -> Text | None:
    tag = track.limits.language
    if not tag:
        return None
    if contradicts(tag, cue.text):
        return SCRIPT
    latin = len(findall(r"[A-Za-z]{2,}", cue.text))
    foreign = latin > _FEW and not any(ord(each) > 0x370 for each in cue.text if each.isalpha())
    if foreign and track.language in _NOT_LATIN and "-Latn" not in tag and not is_sung(cue):
        return LATIN
    same = track.original is not None and track.original_language.partition("-")[0] != (
        track.language)  # fmt: skip
    return SAME if same and _long(cue.text) and _stands_there(cue, track.original or ()) else None


def _long(text: str) -> bool:
    """Whether it is more than a name or a call."""
    return len(text.split()) > _FEW or sum(ord(each) > 0x2E80 for each in text) > 4


def _stands_there(cue: Cue, original: tuple[Cue, ...]) -> bool:
    return any(
        each.start_ms < cue.end_ms and cue.start_ms < each.end_ms
        and _plain(each.text) == _plain(cue.text)
        for each in original
    )  # fmt: skip


def _plain(text: str) -> str:
    return "".join(normalize("NFKC", text).casefold().split())


SCRIPT: Final = Text(
    "written in another script than the language's", "その言語とは別の文字で書かれています"
)
LATIN: Final = Text("all in Latin letters", "すべてラテン文字です")
SAME: Final = Text("word for word as in the original", "原文と同じままです")
