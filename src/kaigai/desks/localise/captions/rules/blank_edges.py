"""Blanks around a line move it off its place."""

from collections.abc import Iterator
from dataclasses import replace
from re import sub

from kaigai.desks.localise.captions.rule import Hit, rule
from kaigai.desks.localise.captions.track import Track
from kaigai.terms.text import Text


def _trimmed(track: Track, place: int) -> Track | None:
    cue = track.cues[place]
    runs = [replace(run, text=sub(r"[ 　\t]*\n[ 　\t]*", "\n", run.text)) for run in cue.runs]
    if not runs:
        return None
    runs[0] = replace(runs[0], text=runs[0].text.lstrip(" 　\t"))
    runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" 　\t"))
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
        if cue.text.strip() and any(line != line.strip(" 　\t") for line in cue.lines):
            yield Hit(place)
