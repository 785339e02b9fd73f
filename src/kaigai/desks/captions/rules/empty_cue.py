"""A cue without text says nothing, and keeps others away."""

from collections.abc import Iterator

from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import Track
from kaigai.terms.text import Text


def _gone(track: Track, place: int) -> Track | None:
    return track.without(place) if len(track.cues) > 1 else None


@rule(
    "empty-cue",
    weight="low",
    ja="文字のない字幕は、何も伝えないまま場所を取ります。",
    say=Text("no text", "文字がありません"),
    todo=Text("delete it", "削除してください"),
    mend=_gone,
)
def empty_cue(track: Track) -> Iterator[Hit]:
    """Cues with nothing to read; a drawing is something to see."""
    for place, cue in enumerate(track.cues):
        if not cue.text.strip() and "\\p" not in cue.odd:
            yield Hit(place)
