"""Letters that were saved in one encoding and read in another cannot be read by anybody."""

from collections.abc import Iterator
from dataclasses import replace
from re import compile as pattern
from typing import Final

from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import Track
from kaigai.terms.text import Text

_LOST: Final = pattern("[\ufffd\x80-\x9f]")
#: How UTF-8 looks when it was read as Western Windows.
_WESTERN: Final = pattern("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u2122]")


def undamaged(text: str) -> str | None:
    """The text as it was, where that can be told beyond doubt; None where it cannot."""
    try:
        return bytes(byte for letter in text for byte in _byte(letter)).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None


def _byte(letter: str) -> bytes:
    """The byte that Western Windows showed as this letter."""
    return bytes([ord(letter)]) if ord(letter) < 256 else letter.encode("cp1252")


def _restored(track: Track, place: int) -> Track | None:
    cue = track.cues[place]
    runs = []
    for run in cue.runs:
        was = undamaged(run.text) if _WESTERN.search(run.text) else run.text
        if was is None:
            return None
        runs.append(replace(run, text=was))
    return track.with_cue(place, replace(cue, runs=tuple(runs)))


@rule(
    "encoding-damage",
    weight="high",
    ja="文字コードを取り違えて保存された文字は、誰にも読めません(文字化け)。",
    say=Text("letters are damaged: “{found}”", "文字化けしています: 「{found}」"),
    todo=Text(
        en="take this line again from the file it came from, saved as UTF-8",
        ja="元のファイルからUTF-8で書き出し直し、この行を入れ直してください",
    ),
    mend=_restored,
)
def encoding_damage(track: Track) -> Iterator[Hit]:
    """Cues with lost letters, or with UTF-8 that was read as something else."""
    for place, cue in enumerate(track.cues):
        double = _WESTERN.search(cue.text) and undamaged(cue.text) not in (None, cue.text)
        if _LOST.search(cue.text) or double:
            flat = " ".join(cue.text.split())
            yield Hit(place, {"found": flat[:24]})
