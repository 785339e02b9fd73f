"""Plays added up by place and thing within a month, in arrays instead of by rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import pyarrow as pa

from kaigai.facts.tables.usage_monthly import USAGE_MONTHLY
from kaigai.sources.usage.dictionary import Codes, dictionary, same

PLACES: Final = 1024  #: territories of one service; a place is `service * PLACES + territory`
_THINGS: Final = 32  #: bits of a cell that number the thing
_SPARSE: Final = 8  #: empty cells to rows, from which on rows are sorted instead
_FEW: Final = 1_000_000
_STEP: Final = 65_536  #: rows that are added up at once
_ONE: Final = np.uint32(1)
_BITS: Final = _ONE << np.arange(32, dtype=np.uint32)


@dataclass(frozen=True, slots=True)
class Cells:
    """Sums of a month: each cell is a place and a thing; `days` has a bit for each day."""

    cell: Codes
    plays: Codes
    rows: Codes
    days: Codes


def added_up(place: Codes, thing: Codes, day: Codes, plays: Codes) -> Cells:
    """Rows added up by place and thing; `day` counts from zero within the month."""
    things = int(thing.max()) + 1
    size = (int(place.max()) + 1) * things
    if size > _SPARSE * len(place) + _FEW:
        used, cell = np.unique(place.astype(np.int64) * things + thing, return_inverse=True)
        sums, rows, days = _of_cells(len(used), lambda some: cell[some], day, plays)
    else:
        found = _of_cells(
            size, lambda some: place[some].astype(np.int64) * things + thing[some], day, plays
        )
        used = np.flatnonzero(found[1])
        sums, rows, days = (each[used] for each in found)
    return Cells((used // things << _THINGS) | used % things, sums, rows.astype(np.int64), days)


def together(parts: Sequence[Cells]) -> Cells:
    """Sums of several batches as one."""
    if len(parts) == 1:
        return parts[0]
    cell = np.concatenate([each.cell for each in parts])
    order = np.argsort(cell, kind="stable")
    cell = cell[order]
    first = np.flatnonzero(np.diff(cell, prepend=-1))
    plays, rows, days = (
        how.reduceat(np.concatenate(each)[order], first)
        for how, each in (
            (np.add, [part.plays for part in parts]),
            (np.add, [part.rows for part in parts]),
            (np.bitwise_or, [part.days for part in parts]),
        )
    )
    return Cells(cell[first], plays, rows, days)


def _of_cells(
    size: int, cells: Callable[[slice], Codes], day: Codes, plays: Codes
) -> tuple[Codes, Codes, Codes]:
    """Plays, rows and days by cell, a piece at a time: small arrays stay near the processor."""
    pieces = [slice(start, start + _STEP) for start in range(0, len(day), _STEP)]
    sums, days = np.zeros(size), np.zeros(size, np.uint32)
    for some in pieces:
        at = cells(some)
        np.add.at(sums, at, plays[some].astype(np.float64))
        np.add.at(days, at, _BITS[day[some]])
    rows: Codes = np.bitwise_count(days)
    if rows.sum() != len(day):  # a day stands twice in a cell: what was added has carried over
        rows, days = np.zeros(size, np.int64), np.zeros(size, np.uint32)
        for some in pieces:
            np.add.at(rows, cells(some), 1)
            np.bitwise_or.at(days, cells(some), _BITS[day[some]])
    return sums, rows, days


def summed(
    cells: Cells,
    month: date,
    services: list[str],
    territories: list[str],
    things: list[str],
    **fixed: str,
) -> pa.Table:
    """Rows of `usage_monthly`, with the columns that say something; places and things are
    numbers of these names."""
    place = cells.cell >> _THINGS
    start, size = (month - date(1970, 1, 1)).days, len(place)
    lowest = np.bitwise_count((cells.days & (~cells.days + _ONE)) - _ONE)
    columns: dict[str, Any] = {
        "month": days_of(np.full(size, start)),
        "service": dictionary((place // PLACES).astype(np.int16), services),
        "territory": dictionary((place % PLACES).astype(np.int16), territories),
        "reported_id": dictionary((cells.cell & ((1 << _THINGS) - 1)).astype(np.int32), things),
        "quantity": pa.array(cells.plays),
        "n_days": pa.array(np.bitwise_count(cells.days).astype(np.int64)),
        "first_day": days_of(start + lowest.astype(np.int32)),
        "last_day": days_of(start + np.frexp(cells.days.astype(np.float64))[1] - 1),
        "rows": pa.array(cells.rows),
    } | {name: same(value, size) for name, value in fixed.items()}
    return pa.table({name: columns[name] for name in USAGE_MONTHLY.columns if name in columns})


def days_of(numbers: Codes) -> pa.Array:
    """Days since 1970 as Arrow's."""
    return pa.array(numbers.astype(np.int32)).cast(pa.date32())
