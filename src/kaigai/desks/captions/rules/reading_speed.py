"""A cue that must be read faster than people read is not read to its end."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from kaigai.desks.captions.measures import number, speed, units
from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import Track
from kaigai.terms.text import Text


def _longer(track: Track, place: int) -> Track | None:
    """Shown longer, where what is left before the next cue, and half a second, is enough."""
    cue = track.cues[place]
    need = ceil(units(cue.text, track.limits) / track.limits.per_second * 1000)
    most = min(track.room_ms(place), cue.end_ms + track.frames_ms(track.limits.linger_frames))
    end = cue.start_ms + need
    return track.with_cue(place, replace(cue, end_ms=end)) if end <= most else None


@rule(
    "reading-speed",
    weight="high",
    ja="読む速さを超える字幕は、最後まで読めません。",
    say=Text(
        en="{found} characters a second; at most {most} can be read in {name_en}",
        ja="毎秒{found}文字。{name_ja}で読めるのは{most}文字までです",
    ),
    todo=Text(
        en="say it shorter, or show it longer",
        ja="訳を短くするか、表示時間を延ばしてください",
    ),
    step="times",
    mend=_longer,
)
def reading_speed(track: Track) -> Iterator[Hit]:
    """Cues above the letters a second of their language."""
    limits = track.limits
    for place, cue in enumerate(track.cues):
        if cue.duration_ms > 0 and speed(cue, limits) > limits.per_second + 1e-9:
            yield Hit(place, {"found": number(speed(cue, limits)),
                              "most": number(limits.per_second), "name_en": limits.name.en,
                              "name_ja": limits.name.ja})  # fmt: skip
