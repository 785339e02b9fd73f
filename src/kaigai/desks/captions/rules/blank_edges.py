"""Blanks around a line move it off its place."""

from collections.abc import Iterator
from dataclasses import replace

from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import Track
from kaigai.terms.text import Text

BLANKS = " 　\t"


def _inside(text: str) -> str:
    """A text without blanks beside its line breaks."""
    first, *rest = text.split("\n")
    if not rest:
        return text
    *middle, last = rest
    return "\n".join([first.rstrip(BLANKS), *(each.strip(BLANKS) for each in middle),
                      last.lstrip(BLANKS)])  # fmt: skip


def _trimmed(track: Track, place: int) -> Track | None:
    cue = track.cues[place]
    runs = [replace(run, text=_inside(run.text)) for run in cue.runs]
    if not runs:
        return None
    runs[0] = replace(runs[0], text=runs[0].text.lstrip(BLANKS))
    runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(BLANKS))
    return track.with_cue(place, replace(cue, runs=tuple(runs)))


@rule(
    "blank-edges",
    weight="low",
    ja="行の前後の空白は、表示位置をずらします。",
    say=Text("blanks at the edge of a line", "行の端に空白があります"),
    todo=Text("delete them", "空白を削除してください"),
    mend=_trimmed,
)
def blank_edges(track: Track) -> Iterator[Hit]:
    """Cues with blanks before or behind a line that says something."""
    for place, cue in enumerate(track.cues):
        if cue.text.strip() and any(line != line.strip(BLANKS) for line in cue.lines):
            yield Hit(place)
