"""Months in pieces add up to what their rows say, however many wait."""

from collections import defaultdict
from datetime import date
from typing import Any
from unittest.mock import patch

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kaigai.sources.usage import cells, months
from kaigai.sources.usage.months import Months

MONTHS = [date(2026, 1, 1), date(2026, 2, 1)]
ROWS = st.lists(
    st.tuples(
        st.sampled_from(MONTHS), st.integers(0, 3), st.integers(0, 4), st.integers(0, 30),
        st.sampled_from([0, 1, 70_000, 2**40]),
    ),
    min_size=1,
)  # fmt: skip


@given(st.lists(ROWS, min_size=1, max_size=5), st.sampled_from([3, 1000]), st.booleans())
@settings(deadline=None, max_examples=50)
def test_pieces_add_up(blocks: list[list[tuple[Any, ...]]], waiting: int, sparse: bool) -> None:
    expected: dict[tuple[Any, ...], list[Any]] = defaultdict(lambda: [0, 0, set()])
    found: dict[tuple[Any, ...], list[Any]] = defaultdict(lambda: [0, 0, 0])
    held = Months()

    def take(*, at_end: bool = False) -> None:
        for (month, _), sums in held.summed(at_end=at_end):
            for cell, *values, days in zip(
                sums.cell, sums.plays, sums.rows, sums.days, strict=True
            ):
                of = found[month, int(cell) >> 32, int(cell) % 2**32]
                of[0], of[1], of[2] = of[0] + values[0], of[1] + values[1], of[2] | int(days)

    with (
        patch.object(months, "WAITING", waiting),
        patch.object(months, "HELD", waiting),
        patch.multiple(cells, _SPARSE=0 if sparse else 8, _FEW=0 if sparse else 100, _STEP=7),
    ):
        for rows in blocks:
            for month in {row[0] for row in rows}:
                some = [row for row in rows if row[0] == month]
                place, thing, day, plays = (
                    np.array(each) for each in list(zip(*some, strict=True))[1:]
                )
                held.add((month, "day"), place.astype(np.int32), thing, day, plays)
                for _, *of, on, counted in some:
                    known = expected[month, *of]
                    known[0], known[1] = known[0] + counted, known[1] + 1
                    known[2].add(on)
            held.went_by({row[0] for row in rows})
            take()
        take(at_end=True)
    assert {key: (plays, rows, days) for key, (plays, rows, days) in found.items()} == {
        key: (plays, rows, sum(1 << day for day in days))
        for key, (plays, rows, days) in expected.items()
    }
    assert held.waiting == 0
