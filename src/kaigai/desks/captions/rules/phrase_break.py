"""A line break inside a phrase makes people read it twice."""

from collections.abc import Iterator
from itertools import pairwise

from kaigai.desks.captions.line_breaks import SPEAKERS, ends_badly, rebroken
from kaigai.desks.captions.phrases import is_inside
from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import Track
from kaigai.terms.text import Text


def _anew(track: Track, place: int) -> Track | None:
    made = rebroken(track.cues[place], track.limits)
    return track.with_cue(place, made) if made else None


@rule(
    "phrase-break",
    weight="low",
    ja="文節や語の途中の改行は、二度読ませることになります。",
    say=Text("a line break after “{before}”", "「{before}」の後の改行"),
    todo=Text(
        en="break between phrases: before a preposition, after a mark",
        ja="文節の切れ目で改行してください",
    ),
    languages=("ja", "en", "fr", "es", "pt", "it", "de", "nl", "id", "ms"),
    step="lines",
    mend=_anew,
)
def phrase_break(track: Track) -> Iterator[Hit]:
    """Cues broken inside a Japanese phrase, or after an article or preposition."""
    for place, cue in enumerate(track.cues):
        for before, after in pairwise(cue.lines):
            if before and after and _parts(before, after, track):
                yield Hit(place, {"before": before.split(" ")[-1][-8:]})
                break


def _parts(before: str, after: str, track: Track) -> bool:
    if after.startswith(SPEAKERS):
        return False
    if track.language == "ja":
        return is_inside(before, after)
    return ends_badly(before, track.language)
