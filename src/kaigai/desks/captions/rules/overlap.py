"""Two cues at once at the same place cover each other, or jump."""

from collections.abc import Iterator
from dataclasses import replace
from math import floor

from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import Track
from kaigai.terms.text import Text


def _cut(track: Track, place: int) -> Track | None:
    after = track.after(place)
    if after is None:
        return None
    end = floor(track.cues[after].start_ms - track.gap_ms)
    cue = track.cues[place]
    return track.with_cue(place, replace(cue, end_ms=end)) if end > cue.start_ms else None


@rule(
    "overlap",
    weight="high",
    ja="同じ位置に同時に出る字幕は、重なるか、飛び跳ねます。",
    say=Text(
        en="still shown for {found} ms when cue {next} begins",
        ja="{next}番が始まっても、まだ{found}ミリ秒表示されています",
    ),
    todo=Text(
        en="end it earlier, or put one of the two at the top",
        ja="早めに消すか、どちらかを画面の上に置いてください",
    ),
    step="times",
    mend=_cut,
)
def overlap(track: Track) -> Iterator[Hit]:
    """Cues at the same place of which the first ends after the next begins."""
    for place, cue in enumerate(track.cues):
        after = track.after(place)
        if after is None:
            continue
        following = track.cues[after]
        if cue.start_ms <= following.start_ms < cue.end_ms:
            yield Hit(place, {"found": cue.end_ms - following.start_ms,
                              "next": track.numbers[after]})  # fmt: skip
