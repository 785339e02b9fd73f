"""A cue shown for more than seven seconds is read twice."""

from collections.abc import Iterator

from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import Track
from kaigai.terms.text import Text


@rule(
    "longest-cue",
    weight="low",
    ja="7秒より長く出ている字幕は、読み返されてしまいます。",
    say=Text("shown for {found} s; at most {most} s", "表示が{found}秒。{most}秒までです"),
    todo=Text("end it earlier, or divide it", "早めに消すか、キューを分けてください"),
    step="times",
)
def longest_cue(track: Track) -> Iterator[Hit]:
    """Cues that are too long; where to divide one only a person can hear."""
    most = track.limits.longest_ms
    for place, cue in enumerate(track.cues):
        if cue.duration_ms > most:
            yield Hit(place, {"found": f"{cue.duration_ms / 1000:.1f}",
                              "most": f"{most / 1000:g}"})  # fmt: skip
