"""Nothing is made of YouTube's views from both sides of 24 August 2026."""

from datetime import date
from typing import Any

import pytest

from kaigai.desks.markets.demand_cells import Cells, cells
from kaigai.desks.markets.tie_effect import LEAST, effect
from kaigai.terms.periods import month_after
from tests.conftest import table
from tests.desks.markets.test_tie_effect import tie

MAY = date(2026, 5, 1)


def row(month: date, quantity: float, service: str = "YouTube", **more: Any) -> dict[str, Any]:
    """Plays of a month in Taiwan."""
    measure = "views" if service == "YouTube" else "streams"
    return {
        "month": month, "service": service, "measure": measure, "reporter": service,
        "length": "month", "n_days": 1, "first_day": month, "last_day": month,
        "reported_id": "a0", "territory": "TW", "quantity": quantity,
    } | more  # fmt: skip


def made(day: date, *rows: dict[str, Any]) -> Cells:
    """The cells of a day."""
    reported = table("reported", {"reported_id": "a0", "artist": "A"})
    return cells({"usage_monthly": table("usage_monthly", *rows), "reported": reported}, day=day)


@pytest.mark.parametrize(
    ("day", "views"),
    [(date(2026, 9, 10), 100.0), (date(2026, 10, 10), 900.0), (date(2026, 11, 10), 900.0)],
)
def test_views_of_a_month_are_of_the_newer_kind_where_there_are_some(
    day: date, views: float
) -> None:
    old = [row(month_after(MAY, step), 100.0) for step in range(3)]
    both = row(date(2026, 8, 1), 500.0)
    new = [row(date(2026, 9, 1), 900.0), row(date(2026, 10, 1), 900.0)]
    over = row(date(2026, 7, 1), 7000.0, length="longer", reporter="quarterly")
    found = made(day, *old, both, *new, over)
    assert found.plays["quantity"].to_list() == [pytest.approx(views, rel=0.05)]


def test_streams_go_on() -> None:
    rows = [row(month_after(MAY, step), 100.0, "Spotify") for step in range(5)]
    found = made(date(2026, 10, 10), *rows)
    assert found.plays["quantity"].to_list() == [pytest.approx(100.0, rel=0.05)]


@pytest.mark.parametrize(("service", "known"), [("YouTube", 0), ("Spotify", LEAST)])
def test_a_rise_is_never_one_from_the_old_kind_to_the_new(service: str, known: int) -> None:
    start = date(2026, 8, 1)
    rows = [
        row(month_after(MAY, step), 100.0, service, reported_id=f"a{n}", territory=code)
        for n in range(LEAST)
        for code in ("TW", "HK")
        for step in range(8)
    ]
    whose = table(
        "identities", *({"reported_id": f"a{n}", "artist_id": f"a{n}"} for n in range(LEAST))
    )
    ties = [tie(f"a{n}", "TW", start) for n in range(LEAST)]
    found = effect(table("usage_monthly", *rows), whose, ties, day=date(2027, 1, 10))
    assert found.n_with == known
