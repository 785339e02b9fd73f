"""A line longer than the picture is wide is broken by the player, anywhere."""

from collections.abc import Iterator

from kaigai.desks.captions.line_breaks import rebroken
from kaigai.desks.captions.measures import number, units
from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import Track
from kaigai.terms.text import Text


def _anew(track: Track, place: int) -> Track | None:
    made = rebroken(track.cues[place], track.limits)
    return track.with_cue(place, made) if made else None


@rule(
    "line-length",
    weight="high",
    ja="長すぎる行は、再生側の都合で途中で折り返されます。",
    say=Text(
        en="a line of {found} characters; at most {most} stand in one",
        ja="1行が{found}文字。1行に入るのは{most}文字までです",
    ),
    todo=Text(
        "break the line elsewhere, or say it shorter", "改行位置を変えるか、訳を短くしてください"
    ),
    step="lines",
    mend=_anew,
)
def line_length(track: Track) -> Iterator[Hit]:
    """Cues with a line over the limit; a half-width letter counts one half in CJK."""
    for place, cue in enumerate(track.cues):
        most = track.limits.per_line
        if cue.layout.vertical and track.limits.per_line_vertical:
            most = track.limits.per_line_vertical
        found = max(units(line, track.limits) for line in cue.lines)
        if found > most:
            yield Hit(place, {"found": number(found), "most": number(most)})
