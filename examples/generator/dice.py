"""Chance that falls the same on every machine and with every version of Python."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Dice:
    """Draws that depend on the seed and on what is asked, never on the order of asking."""

    seed: int

    def number(self, below: int, *about: object) -> int:
        """An integer from 0 up to, not including, `below`."""
        return self._draw(about) % below

    def between(self, low: int, high: int, *about: object) -> int:
        """An integer from `low` to `high`, both included."""
        return low + self.number(high - low + 1, *about)

    def one(self, items: Sequence[T], *about: object) -> T:
        """One of the items."""
        return items[self.number(len(items), *about)]

    def shuffled(self, items: Iterable[T], *about: object) -> list[T]:
        """All items in another order."""
        drawn = [(self._draw((*about, place)), place, item) for place, item in enumerate(items)]
        return [item for *_, item in sorted(drawn, key=lambda found: found[:2])]

    def _draw(self, about: tuple[object, ...]) -> int:
        text = "\x1f".join(map(str, (self.seed, *about)))
        return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
