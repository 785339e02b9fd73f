"""A cue that ends before it begins is never shown."""

from collections.abc import Iterator
from dataclasses import replace

from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import Track
from kaigai.terms.text import Text


def _turned(track: Track, place: int) -> Track | None:
    """The two times were exchanged: turned back where no neighbour is in the way."""
    cue = track.cues[place]
    if cue.duration_ms == 0:
        return None
    before = max((each.end_ms for each in track.cues[:place]), default=0)
    after = min((each.start_ms for each in track.cues[place + 1 :]), default=cue.start_ms)
    fits = before <= cue.end_ms and cue.start_ms <= after
    turned = replace(cue, start_ms=cue.end_ms, end_ms=cue.start_ms)
    return track.with_cue(place, turned) if fits else None


@rule(
    "times-reversed",
    weight="high",
    ja="終わりが始まりより前の字幕は、表示されません。",
    say=Text("ends {found} ms before it begins", "始まりの{found}ミリ秒前に終わっています"),
    todo=Text("correct its times", "時刻を直してください"),
    step="order",
    mend=_turned,
)
def times_reversed(track: Track) -> Iterator[Hit]:
    """Cues without any time to be seen."""
    for place, cue in enumerate(track.cues):
        if cue.duration_ms <= 0:
            yield Hit(place, {"found": -cue.duration_ms})
