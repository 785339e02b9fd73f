"""More than two lines hide the picture, and nobody reads them in time."""

from collections.abc import Iterator

from kaigai.desks.captions.line_breaks import rebroken
from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import Track
from kaigai.terms.text import Text


def _fewer(track: Track, place: int) -> Track | None:
    made = rebroken(track.cues[place], track.limits)
    return track.with_cue(place, made) if made else None


@rule(
    "line-count",
    weight="medium",
    ja="3行以上の字幕は画面を隠し、時間内に読めません。",
    say=Text("{found} lines; at most {most}", "{found}行あります。{most}行までです"),
    todo=Text(
        "divide the cue in two, or say it shorter", "キューを分けるか、訳を短くしてください"
    ),
    step="lines",
    mend=_fewer,
)
def line_count(track: Track) -> Iterator[Hit]:
    """Cues with too many lines that say something."""
    for place, cue in enumerate(track.cues):
        lines = [line for line in cue.lines if line.strip()]
        if len(lines) > track.limits.lines:
            yield Hit(place, {"found": len(lines), "most": track.limits.lines})
