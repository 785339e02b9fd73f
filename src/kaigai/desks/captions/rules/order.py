"""Cues stand in the order in which they are shown; some players skip those that do not."""

from collections.abc import Iterator

from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import Track
from kaigai.terms.text import Text


def _by_time(track: Track, place: int) -> Track | None:
    return track.ordered()


@rule(
    "order",
    weight="high",
    ja="字幕は表示される順に並べます。順番が逆だと、飛ばされる再生環境があります。",
    say=Text(
        "begins before cue {before}, which stands above it", "前に並ぶ{before}番より先に始まります"
    ),
    todo=Text("put the cues in the order of their times", "時刻の順に並べ直してください"),
    step="order",
    mend=_by_time,
)
def order(track: Track) -> Iterator[Hit]:
    """Cues that begin before the one above them."""
    for place in range(1, len(track.cues)):
        if track.cues[place].start_ms < track.cues[place - 1].start_ms:
            yield Hit(place, {"before": track.numbers[place - 1]})
