"""Half-width kana look broken beside full-width ones."""

from collections.abc import Iterator
from dataclasses import replace
from re import Match
from re import compile as pattern
from typing import Final
from unicodedata import normalize

from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import Track
from kaigai.terms.text import Text

_HALF: Final = pattern("[\uff61-\uff9f]+")


def _wide(found: Match[str]) -> str:
    return normalize("NFKC", found[0])


def _widened(track: Track, place: int) -> Track | None:
    cue = track.cues[place]
    runs = tuple(replace(run, text=_HALF.sub(_wide, run.text)) for run in cue.runs)
    return track.with_cue(place, replace(cue, runs=runs))


@rule(
    "half-width-kana",
    weight="low",
    ja="半角カナは、全角の文字と並ぶと崩れて見えます。",
    say=Text("half-width kana: “{found}”", "半角カナ: 「{found}」"),
    todo=Text("write them full-width", "全角で書いてください"),
    languages=("ja",),
    mend=_widened,
)
def half_width_kana(track: Track) -> Iterator[Hit]:
    """Cues with half-width kana or marks."""
    for place, cue in enumerate(track.cues):
        if found := _HALF.search(cue.text):
            yield Hit(place, {"found": found[0][:12]})
