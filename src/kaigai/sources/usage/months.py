"""Months under way: rows wait, as numbers, until their month is whole, and are then added up."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import numpy as np

from kaigai.sources.usage.cells import Cells, added_up, together
from kaigai.sources.usage.dictionary import Codes

Key = tuple[date, str]  #: the month, and the length of its periods
Piece = tuple[Codes, Codes, Codes, Codes]  #: place, thing, day, plays

WAITING: Final = 8_000_000  #: rows that wait to be added up
HELD: Final = 4_000_000  #: sums that wait for more of their month
_SMALL: Final = 2**31


@dataclass
class Months:
    """Months of one file that may go on in its next block."""

    rows: dict[Key, list[Piece]] = field(default_factory=dict)
    sums: dict[Key, list[Cells]] = field(default_factory=dict)
    waiting: int = 0
    done: list[Key] = field(default_factory=list)  #: what does not go on

    def add(self, key: Key, place: Codes, thing: Codes, day: Codes, plays: Codes) -> None:
        """Rows of one month; `day` counts from zero within it."""
        if plays.max() < _SMALL:
            plays = plays.astype(np.int32)
        self.rows.setdefault(key, []).append((place, thing, day, plays))
        self.waiting += len(place)
        if self.waiting > WAITING:
            for each in list(self.rows):
                self._add_up(each)

    def went_by(self, seen: set[date]) -> None:
        """A block ended: months that it has nothing of are done."""
        self.done = [key for key in {**self.rows, **self.sums} if key[0] not in seen]

    def summed(self, *, at_end: bool = False) -> Iterator[tuple[Key, Cells]]:
        """The sums of months that are done, or of all."""
        held = sum(len(cells.cell) for parts in self.sums.values() for cells in parts)
        whole = at_end or held > HELD
        ready, self.done = list({**self.rows, **self.sums}) if whole else self.done, []
        for key in ready:
            self._add_up(key)
            yield key, together(self.sums.pop(key))

    def _add_up(self, key: Key) -> None:
        pieces = self.rows.pop(key, [])
        if pieces:
            place, thing, day, plays = (np.concatenate(each) for each in zip(*pieces, strict=True))
            self.waiting -= len(place)
            self.sums.setdefault(key, []).append(added_up(place, thing, day, plays))
