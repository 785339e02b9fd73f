"""The fewest languages that reach the most listeners, with a proof of how good the choice is.

A listener is reached where one of the languages is theirs. How many people of a territory read
two languages nobody counts, so that reached is at least the largest share there, and at most all
shares together. The least is what is maximised: each further language adds no more than it would
have added before (it is submodular), which gives a bound that no other choice can pass.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

SEARCHED: Final = 200_000  #: choices looked at before the bound is taken for what it is

Shares = Mapping[str, Mapping[str, float]]  #: territory to language to share of its people


@dataclass(frozen=True, slots=True)
class Step:
    """A language added to those before it. Figures are shares of the whole audience.

    low, high  at least, and at most, so many are reached with this and all before
    bound      no choice of as many further languages reaches more (of the least)
    best       the best choice of as many, where every one was looked at or ruled out
    where      the territories that this language adds most in
    """

    language: str
    adds: float
    low: float
    high: float
    bound: float
    best: tuple[str, ...] | None
    where: tuple[str, ...]


def least(plays: Mapping[str, float], shares: Shares, chosen: Iterable[str]) -> float:
    """Plays of listeners who surely read one of the languages."""
    known = set(chosen)
    return sum(
        count * max((share for tag, share in shares.get(place, {}).items() if tag in known),
                    default=0.0)
        for place, count in plays.items()
    )  # fmt: skip


def most(plays: Mapping[str, float], shares: Shares, chosen: Iterable[str]) -> float:
    """Plays of listeners who may read one of the languages: as if nobody read two."""
    known = set(chosen)
    return sum(
        count * min(1.0, sum(share for tag, share in shares.get(place, {}).items()
                             if tag in known))
        for place, count in plays.items()
    )  # fmt: skip


def steps(
    plays: Mapping[str, float], shares: Shares, have: Sequence[str], count: int
) -> list[Step]:
    """The languages to add to those there are, the most useful first; stops where none adds."""
    total = sum(plays.values())
    if total <= 0:
        return []
    candidates = sorted({tag for place in plays for tag in shares.get(place, {})} - set(have))
    chosen = list(have)
    made: list[Step] = []
    while len(made) < count and candidates:
        now = least(plays, shares, chosen)
        gains = {tag: least(plays, shares, [*chosen, tag]) - now for tag in candidates}
        tag = max(candidates, key=lambda each: gains[each])
        if gains[tag] <= total * 1e-9:
            break
        chosen.append(tag)
        candidates.remove(tag)
        size = len(made) + 1
        bound, best = best_of(plays, shares, have, size)
        made.append(
            Step(
                tag,
                gains[tag] / total,
                least(plays, shares, chosen) / total,
                most(plays, shares, chosen) / total,
                bound / total,
                best,
                _where(plays, shares, chosen[:-1], tag),
            )
        )
    return made


def _where(
    plays: Mapping[str, float], shares: Shares, before: Sequence[str], tag: str
) -> tuple[str, ...]:
    """The three territories in which a language adds most."""
    gains = {
        place: least({place: count}, shares, [*before, tag])
        - least({place: count}, shares, before)
        for place, count in plays.items()
    }
    order = sorted(gains, key=lambda place: -gains[place])
    return tuple(place for place in order[:3] if gains[place] > 0)


def best_of(
    plays: Mapping[str, float], shares: Shares, have: Sequence[str], size: int
) -> tuple[float, tuple[str, ...] | None]:
    """The most that `size` further languages can reach, and which: by branch and bound.

    Where too many choices would have to be looked at, only a bound that none can pass, and None.
    """
    search = _Search(plays, shares, have, size)
    return search.run()


class _Search:
    """Takes or leaves one language after the other; what cannot beat the best is not followed."""

    def __init__(
        self, plays: Mapping[str, float], shares: Shares, have: Sequence[str], size: int
    ) -> None:
        self.places = [place for place in plays if shares.get(place)]
        self.plays = [plays[place] for place in self.places]
        tags = {tag for place in self.places for tag in shares[place]} - set(have)
        self.rows = {
            tag: [(at, shares[place][tag]) for at, place in enumerate(self.places)
                  if tag in shares[place]]
            for tag in sorted(tags)
        }  # fmt: skip
        self.size = size
        self.start = [
            max((share for tag, share in shares[place].items() if tag in set(have)), default=0.0)
            for place in self.places
        ]
        self.looked = 0
        self.best, self.choice = -1.0, tuple[str, ...]()

    def run(self) -> tuple[float, tuple[str, ...] | None]:
        """The best value with its choice, or a bound and None."""
        value = sum(p * s for p, s in zip(self.plays, self.start, strict=True))
        root = value + self._top(self._gains(self.start, list(self.rows)), self.size)
        self._branch(self.start, value, list(self.rows), ())
        if self.looked > SEARCHED:
            return root, None
        return max(self.best, value), self.choice

    def _gains(self, covered: list[float], tags: Sequence[str]) -> dict[str, float]:
        return {
            tag: sum(self.plays[at] * (share - covered[at]) for at, share in self.rows[tag]
                     if share > covered[at])
            for tag in tags
        }  # fmt: skip

    @staticmethod
    def _top(gains: Mapping[str, float], size: int) -> float:
        return sum(sorted(gains.values(), reverse=True)[:size])

    def _branch(
        self, covered: list[float], value: float, tags: Sequence[str], chosen: tuple[str, ...]
    ) -> None:
        self.looked += 1
        if value > self.best:
            self.best, self.choice = value, chosen
        left = self.size - len(chosen)
        if not left or self.looked > SEARCHED:
            return
        gains = self._gains(covered, tags)
        order = sorted((tag for tag in tags if gains[tag] > 0), key=lambda tag: -gains[tag])
        for place, tag in enumerate(order):
            rest = order[place:]
            if value + sum(gains[each] for each in rest[:left]) <= self.best * (1 + 1e-12):
                return
            more = list(covered)
            for at, share in self.rows[tag]:
                more[at] = max(more[at], share)
            self._branch(more, value + gains[tag], rest[1:], (*chosen, tag))
