"""Fixes what can be fixed safely: a fix that makes any rule worse is not made."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from kaigai.desks.captions.check import check
from kaigai.desks.captions.measures import harmless, moment
from kaigai.desks.captions.rule import RULES, STEPS, Rule
from kaigai.desks.captions.track import Track
from kaigai.formats.captions.model import Cue

ROUNDS: Final = 3
AROUND: Final = 3  #: neighbours on each side that a fix might disturb


@dataclass(frozen=True, slots=True)
class Change:
    """What one fix changed in one cue; `after` is empty where the cue is gone."""

    rule: str
    number: int
    start_ms: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """The track after all fixes, and what they changed."""

    track: Track
    changes: tuple[Change, ...]


def fix(track: Track) -> Fixed:
    """Every safe fix, step by step, until nothing more can be done."""
    changes: list[Change] = []
    rules = [rule for step in STEPS for rule in RULES.values() if rule.mend and rule.step == step]
    for _ in range(ROUNDS):
        known = len(changes)
        for rule in rules:
            track = _by_rule(rule, track, changes)
        if len(changes) == known:
            break
    return Fixed(track, tuple(changes))


def _by_rule(rule: Rule, track: Track, changes: list[Change]) -> Track:
    """From the end, so that places stay right where a cue goes."""
    if not track.cues:
        return track
    for place in sorted({hit.place for hit in rule.hits(track)}, reverse=True):
        assert rule.mend
        if place >= len(track.cues):
            continue
        mended = rule.mend(track, place)
        if mended is not None and mended != track and _better(rule, track, mended, place):
            changes.extend(_changes(rule, track, mended))
            track = mended
    return track


def _better(rule: Rule, before: Track, after: Track, place: int) -> bool:
    """Whether this rule has fewer problems around here, and no other rule more."""
    whole = rule.step == "order"
    begin, end = (0, len(before.cues)) if whole else (max(place - AROUND, 0), place + AROUND + 1)
    gone = len(before.cues) - len(after.cues)
    old = _counts(before.window(begin, end))
    new = _counts(after.window(begin, end - gone))
    return new[rule.name] < old[rule.name] and all(new[name] <= old[name] for name in new)


def _counts(track: Track) -> Counter[str]:
    return Counter(problem.rule for problem in check(track))


def _changes(rule: Rule, before: Track, after: Track) -> list[Change]:
    """What is different now, cue by cue; a cue that only moved is named once."""
    old = dict(zip(before.numbers, before.cues, strict=False))
    new = dict(zip(after.numbers, after.cues, strict=False))
    made = [
        Change(rule.name, number, cue.start_ms, _shown(cue, new.get(number)),
               _shown(new[number], cue) if number in new else "")
        for number, cue in old.items()
        if new.get(number) != cue
    ]  # fmt: skip
    if made or before.numbers == after.numbers:
        return made
    moved = [number for number, then in zip(after.numbers, before.numbers, strict=True)
             if number != then]  # fmt: skip
    first = moved[0]
    order = ", ".join(map(str, before.numbers[:200])), ", ".join(map(str, after.numbers[:200]))
    return [Change(rule.name, first, old[first].start_ms, *order)] if len(moved) <= 20 else [
        Change(rule.name, first, old[first].start_ms, "", f"{len(moved)}")]  # fmt: skip


def _shown(cue: Cue, other: Cue | None) -> str:
    """What of a cue changed: its times, its text, or both."""
    times = f"{moment(cue.start_ms)} → {moment(cue.end_ms)}"
    if other is None or not cue.text:
        return harmless(cue.text) or times
    parts = [times] if (cue.start_ms, cue.end_ms) != (other.start_ms, other.end_ms) else []
    parts += [harmless(cue.text)] if cue.text != other.text else []
    return "  ".join(parts)
