"""A bracket or quotation mark that opens also closes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import Track
from kaigai.terms.text import Text

#: Opening marks with what closes them; German and Swedish quotes turn others around.
PAIRS: Final[Mapping[str, str]] = dict(
    ("()", "[]", "（）", "［］", "「」", "『』", "【】", "〈〉", "《》", "“”")  # type: ignore[arg-type]
)
_CLOSING: Final = {closing: opening for opening, closing in PAIRS.items()}
_NARROW: Final = str.maketrans("（）［］", "()[]")
_WIDE: Final = str.maketrans("()[]", "（）［］")
_TURNED: Final = frozenset({"de", "cs", "sv", "fi", "da", "pl", "hu"})
LONGEST: Final = 1000  #: letters of a cue that are looked at
REACH: Final = 4  #: a quotation may go on over so many cues


@dataclass(frozen=True, slots=True)
class _Open:
    mark: str
    place: int


def _match(track: Track, place: int) -> Track | None:
    """Half-width and full-width marks of one pair become alike."""
    cue = track.cues[place]
    table = _WIDE if track.limits.is_wide and track.language != "ko" else _NARROW
    runs = tuple(replace(run, text=run.text.translate(table)) for run in cue.runs)
    return track.with_cue(place, replace(cue, runs=runs))


@rule(
    "brackets",
    weight="medium",
    ja="開いた括弧や引用符は、必ず閉じます。",
    say=Text("“{mark}” has no partner", "「{mark}」に対応する括弧がありません"),
    todo=Text(
        "add the missing mark, or delete this one",
        "足りない方を補うか、この括弧を削除してください",
    ),
    mend=_match,
)
def brackets(track: Track) -> Iterator[Hit]:
    """Cues with a mark that never closes, or was never opened."""
    waiting: list[_Open] = []
    found: dict[int, str] = {}
    for place, cue in enumerate(track.cues):
        for mark in _marks(cue.text[:LONGEST], track.language):
            if mark in PAIRS:
                waiting.append(_Open(mark, place))
            elif waiting and waiting[-1].mark == _CLOSING[mark] and (
                place - waiting[-1].place < REACH
            ):  # fmt: skip
                waiting.pop()
            else:
                found.setdefault(place, mark)
                waiting = [each for each in waiting if each.place != place or mark == ""]
    for each in waiting:
        found.setdefault(each.place, each.mark)
    for place in sorted(found):
        yield Hit(place, {"mark": found[place]})


def _marks(text: str, language: str) -> Iterator[str]:
    """Brackets and quotes, without smileys and the numbers of a list."""
    for at, mark in enumerate(text):
        if mark in "“”" and language in _TURNED:
            continue
        before = text[at - 1] if at else ""
        listed = mark == ")" and (before in ":;" or before.isdigit()) and "(" not in text[:at]
        if (mark in PAIRS or mark in _CLOSING) and not listed:
            yield mark
