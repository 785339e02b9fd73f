"""What is said in the original is said in the translation, at about the same time."""

from collections.abc import Iterator
from re import sub
from typing import Final

from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import Track
from kaigai.terms.text import Text

_SOUND: Final = r"\[[^\[\]]*\]|\([^()]*\)|（[^（）]*）|[♪♫～〜#\s]"
NEAR_MS: Final = 500  #: a translation has its own cues, a little earlier or later


@rule(
    "not-covered",
    weight="high",
    ja="原文で話されていることは、訳でもおおよそ同じ時刻に出ます。",
    say=Text(
        en="nothing is shown while the original says “{said}”",
        ja="原文「{said}」の間に、何も表示されません",
    ),
    todo=Text("translate this line of the original", "原文のこの行を訳してください"),
    with_original=True,
)
def not_covered(track: Track) -> Iterator[Hit]:
    """Cues of the original with words, during which this language shows nothing."""
    spans = [(cue.start_ms, cue.end_ms) for cue in track.cues if cue.text.strip()]
    for cue in track.original or ():
        if not sub(_SOUND, "", cue.text):
            continue
        begin, end = cue.start_ms - NEAR_MS, cue.end_ms + NEAR_MS
        if not any(start < end and begin < stop for start, stop in spans):
            place = sum(each.start_ms <= cue.start_ms for each in track.cues) - 1
            flat = " ".join(cue.text.split())
            said = flat if len(flat) <= 40 else f"{flat[:39]}…"
            yield Hit(max(place, 0), {"said": said}, cue.start_ms)
