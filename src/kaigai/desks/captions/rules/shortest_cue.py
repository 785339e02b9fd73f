"""A cue shown for less than five sixths of a second flashes by."""

from collections.abc import Iterator
from dataclasses import replace

from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import ROUNDING_MS, Track
from kaigai.terms.text import Text


def _longer(track: Track, place: int) -> Track | None:
    cue = track.cues[place]
    end = cue.start_ms + track.limits.shortest_ms
    return track.with_cue(place, replace(cue, end_ms=end)) if end <= track.room_ms(place) else None


@rule(
    "shortest-cue",
    weight="medium",
    ja="6分の5秒より短い字幕は、一瞬で消えてしまいます。",
    say=Text("shown for {found} s; at least {least} s", "表示が{found}秒。{least}秒以上必要です"),
    todo=Text(
        "show it longer, or join it with the next", "表示を延ばすか、次のキューとまとめてください"
    ),
    step="times",
    mend=_longer,
)
def shortest_cue(track: Track) -> Iterator[Hit]:
    """Cues that are too short; those that end before they begin are another rule's."""
    least = track.limits.shortest_ms
    for place, cue in enumerate(track.cues):
        if 0 < cue.duration_ms < least - ROUNDING_MS:
            yield Hit(place, {"found": f"{cue.duration_ms / 1000:.2f}",
                              "least": f"{least / 1000:.2f}"})  # fmt: skip
