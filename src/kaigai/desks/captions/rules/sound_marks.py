"""Sounds stand in the brackets that readers of the language expect."""

from collections.abc import Iterator
from dataclasses import replace
from re import compile as pattern
from typing import Final

from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import Track
from kaigai.terms.scripts import script_of
from kaigai.terms.text import Text

_ROUND: Final = pattern(r"\(([^()\[\]]+)\)")
_LATIN: Final = ("Latn", "Zyyy")


def _usual(track: Track, place: int) -> Track | None:
    left, right = "[]" if track.language == "en" else "（）"
    cue = track.cues[place]
    runs = tuple(replace(run, text=_ROUND.sub(rf"{left}\1{right}", run.text)) for run in cue.runs)
    return track.with_cue(place, replace(cue, runs=runs))


@rule(
    "sound-marks",
    weight="low",
    ja="効果音の説明は、その言語で使われる括弧で囲みます(日本語は全角の丸括弧)。",
    say=Text("“{found}” stands in brackets of another kind", "「{found}」の括弧の種類が違います"),
    todo=Text(
        en="use [ ] for sounds in English, and full-width （ ） in Japanese and Chinese",
        ja="日本語・中国語は全角の（ ）、英語は [ ] を使ってください",
    ),
    languages=("ja", "zh", "en"),
    mend=_usual,
)
def sound_marks(track: Track) -> Iterator[Hit]:
    """Lines that are wholly in half-width round brackets."""
    for place, cue in enumerate(track.cues):
        for line in cue.lines:
            found = _ROUND.fullmatch(line.strip().removeprefix("-").strip())
            if found and (track.language == "en") == (script_of(found[1]) in _LATIN):
                yield Hit(place, {"found": found[0]})
                break
