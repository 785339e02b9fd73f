"""Asks every rule of a track, and says what is wrong, where, and how grave."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kaigai.desks.captions.measures import harmless
from kaigai.desks.captions.rule import RULES, Rule, Weight
from kaigai.desks.captions.track import Track
from kaigai.terms.text import Text

WEIGHTS: Final[Mapping[Weight, Text]] = {
    "high": Text("high", "高"),
    "medium": Text("medium", "中"),
    "low": Text("low", "低"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One rule that one cue fails."""

    rule: str
    weight: Weight
    number: int
    start_ms: int
    text: str
    said: Text
    todo: Text
    place: int


def check(track: Track, rules: Iterable[Rule] | None = None) -> list[Problem]:
    """What is wrong, in the order of the file."""
    asked = list(RULES.values()) if rules is None else list(rules)
    found = [problem for rule in asked for problem in _problems(rule, track)]
    return sorted(found, key=lambda each: (each.place, each.rule))


def _problems(rule: Rule, track: Track) -> Iterable[Problem]:
    for hit in rule.hits(track) if track.cues or rule.with_original else ():
        cue = track.cues[hit.place] if track.cues else None
        start = hit.at_ms if hit.at_ms is not None else cue.start_ms if cue else 0
        yield Problem(
            rule.name,
            rule.weight,
            track.numbers[hit.place],
            start,
            harmless(cue.text) if cue else "",
            filled(rule.say, hit.evidence),
            rule.todo,
            hit.place,
        )


def filled(text: Text, evidence: Mapping[str, object]) -> Text:
    """A sentence with its figures, in both languages."""
    values = {k: harmless(v) if isinstance(v, str) else v for k, v in evidence.items()}
    return Text(text.en.format(**values), text.ja.format(**values)) if values else text
