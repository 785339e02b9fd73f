"""Plays added up by place and thing within a month, in arrays instead of by rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import pyarrow as pa

from kaigai.facts.tables.usage_monthly import USAGE_MONTHLY
from kaigai.sources.usage.coded import Codes, dictionary, same

PLACES: Final = 1024  #: territories of one service; a place is `service * PLACES + territory`
_THINGS: Final = 32  #: bits of a cell that number the thing
_SPARSE: Final = 8  #: empty cells to rows, from which on rows are sorted instead
_FEW: Final = 1_000_000
_ONE: Final = np.uint32(1)
_BITS: Final = 2.0 ** np.arange(32)


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
    cell = place.astype(np.int64) * things + thing
    if (int(place.max()) + 1) * things <= _SPARSE * len(cell) + _FEW:
        found = _of_cells(cell, day, plays)
        used = np.flatnonzero(found[1])
        sums = [each[used] for each in found]
    else:
        used, cell = np.unique(cell, return_inverse=True)
        sums = list(_of_cells(cell, day, plays))
    return Cells((used // things << _THINGS) | used % things, *sums)


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


def _of_cells(cell: Codes, day: Codes, plays: Codes) -> tuple[Codes, Codes, Codes]:
    days = np.bincount(cell, weights=_BITS[day]).astype(np.int64)
    rows = np.bitwise_count(days)
    if rows.sum() != len(cell):  # a day stands twice in a cell
        rows = np.bincount(cell)
        days = np.zeros(len(rows), np.int64)
        np.bitwise_or.at(days, cell, np.int64(1) << day.astype(np.int64))
    return np.bincount(cell, weights=plays), rows, days.astype(np.uint32)


def summed(
    cells: Cells,
    month: date,
    services: list[str],
    territories: list[str],
    things: list[str],
    **fixed: str,
) -> pa.Table:
    """Rows of `usage_monthly`; places and things are numbers of these names."""
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
        "best": pa.nulls(size, pa.float64()),
        "weight": pa.nulls(size, pa.float64()),
        "amount_millionths": pa.nulls(size, pa.int64()),
        "rows": pa.array(cells.rows.astype(np.int64)),
    }
    names = list(USAGE_MONTHLY.columns)
    arrays = [columns[name] if name in columns else same(fixed.get(name), size) for name in names]
    return pa.Table.from_arrays(arrays, names=names)


def days_of(numbers: Codes) -> pa.Array:
    """Days since 1970 as Arrow's."""
    return pa.array(numbers.astype(np.int32)).cast(pa.date32())
