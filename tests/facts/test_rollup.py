"""Home and overseas out of raw usage equals a plain sum; on both engines in tests/engines."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import ibis
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kaigai.facts.rollup import by_year_and_month, home_and_overseas, owners
from tests.conftest import table

TIES = [
    {"reported_id": "r1", "artist_id": "nami", "home_territory": "JP", "state": "tied"},
    {"reported_id": "r2", "artist_id": "nami", "home_territory": "JP", "state": "tied"},
    {"reported_id": "r2", "artist_id": "haru", "home_territory": "KR", "state": "tied"},
    {"reported_id": "r3", "artist_id": "maki", "home_territory": "JP", "state": "doubt"},
]
THINGS = [{"reported_id": f"r{n}", "subject_id": f"i{n}"} for n in (1, 2, 3)]
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "day": st.integers(0, 400).map(lambda n: date(2025, 12, 1) + timedelta(days=n)),
            "subject_id": st.sampled_from(["i1", "i2", "i3", None]),
            "territory": st.sampled_from(["JP", "KR", "US", "WORLD"]),
            "measure": st.sampled_from(["streams", "streams", "rank"]),
            "quantity": st.integers(0, 1000).map(float),
        }
    ),
    min_size=1,
    max_size=60,
)


def summed(rows: list[dict[str, Any]]) -> dict[tuple[str, int, int], tuple[float, float]]:
    """The same, row by row."""
    home: Counter[tuple[str, int, int]] = Counter()
    away: Counter[tuple[str, int, int]] = Counter()
    for row in rows:
        if row["measure"] != "streams" or row["territory"] == "WORLD":
            continue
        for tie in TIES:
            if tie["state"] == "tied" and tie["reported_id"][1:] == (row["subject_id"] or "-")[1:]:
                key = (tie["artist_id"], row["day"].year, row["day"].month)
                at_home = row["territory"] == tie["home_territory"]
                (home if at_home else away)[key] += row["quantity"]
    return {key: (home[key], away[key]) for key in {*home, *away}}


def answered(connection: Any, rows: list[dict[str, Any]]) -> dict[Any, tuple[float, float]]:
    """What the expression says on an engine."""
    usage, ties, things = (
        connection._cached_table(table(name, *given))
        for name, given in (("usage", rows), ("identities", TIES), ("reported", THINGS))
    )
    found = by_year_and_month(home_and_overseas(usage, owners(things, ties))).to_pyarrow()
    return {
        (row["artist_id"], row["year"], row["month"]): (row["home"], row["overseas"])
        for row in found.to_pylist()
    }


@given(ROWS)
@settings(max_examples=15, deadline=None, phases=[Phase.generate])
def test_it_is_a_plain_sum(rows: list[dict[str, Any]]) -> None:
    assert answered(ibis.duckdb.connect(), rows) == summed(rows)
