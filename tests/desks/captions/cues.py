"""Tracks from literals: cues one after the other, or at given times."""

from kaigai.desks.captions.limits import limits_for
from kaigai.desks.captions.rule import RULES
from kaigai.desks.captions.track import Track
from kaigai.formats.captions.model import Cue, Layout, Run

Given = str | tuple[str, int, int]


def cue(text: str, start: int, end: int, *, anchor: int | None = None) -> Cue:
    """One cue of plain text."""
    return Cue(start, end, (Run(text),) if text else (), layout=Layout(anchor))


def track(language: str, *given: Given, fps: float = 24.0) -> Track:
    """Cues with a text each, of four seconds and a second between; or with text, start, end."""
    cues = [
        cue(each, 5000 * place, 5000 * place + 4000) if isinstance(each, str) else cue(*each)
        for place, each in enumerate(given)
    ]
    return Track(tuple(cues), limits_for(language), fps)


def numbers(rule: str, given: Track) -> list[int]:
    """The numbers of the cues that fail a rule."""
    return [given.numbers[hit.place] for hit in RULES[rule].hits(given)]


def mended(rule: str, given: Track, place: int = 0) -> Track | None:
    """The track after a rule's own fix of one cue."""
    mend = RULES[rule].mend
    assert mend is not None
    return mend(given, place)


def text_of(given: Track | None, place: int = 0) -> str | None:
    """The text of a cue of a track."""
    return given.cues[place].text if given else None
