"""Between two cues stand at least two frames, or the eye does not see that the text changed."""

from collections.abc import Iterator
from dataclasses import replace
from math import floor

from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import ROUNDING_MS, Track
from kaigai.terms.text import Text


def _earlier(track: Track, place: int) -> Track | None:
    """The first ends a little earlier; never the second later, for it begins with a voice."""
    after = track.after(place)
    if after is None:
        return None
    end = floor(track.cues[after].start_ms - track.gap_ms)
    return track.with_cue(place, replace(track.cues[place], end_ms=end))


@rule(
    "gap",
    weight="medium",
    ja="字幕と字幕の間は2フレーム以上空けないと、切り替わりに気づけません。",
    say=Text(
        en="{found} ms before the next; at least {frames} frames ({least} ms at {fps} fps)",
        ja="次との間が{found}ミリ秒。{frames}フレーム({fps}fpsで{least}ミリ秒)以上必要です",
    ),
    todo=Text("end the first two frames before the next", "次の2フレーム前で消してください"),
    step="times",
    mend=_earlier,
)
def gap(track: Track) -> Iterator[Hit]:
    """Cues at the same place with too little between; overlaps are another rule's."""
    for place, cue in enumerate(track.cues):
        after = track.after(place)
        between = track.cues[after].start_ms - cue.end_ms if after is not None else None
        if between is not None and 0 <= between < track.gap_ms - ROUNDING_MS:
            yield Hit(place, {"found": between, "frames": track.limits.gap_frames,
                              "least": round(track.gap_ms), "fps": f"{track.fps:g}"})  # fmt: skip
