"""Tests of what cells are made of: months that are over, sources that overlap, charts."""

from datetime import date
from typing import Any

import pytest

from kaigai.desks.markets.demand_cells import Cells, cells, until
from tests.conftest import table

DAY = date(2026, 11, 10)


def _row(reported_id: str, territory: str, quantity: float | None, **more: Any) -> dict[str, Any]:
    usual = {
        "month": date(2026, 10, 1), "service": "Spotify", "measure": "streams",
        "reporter": "spotify", "length": "month", "n_days": 1,
        "first_day": date(2026, 10, 1), "last_day": date(2026, 10, 1),
    }  # fmt: skip
    row = {"reported_id": reported_id, "territory": territory, "quantity": quantity}
    return usual | row | more


def _made(*rows: dict[str, Any], **given: Any) -> Cells:
    tables = {
        "usage_monthly": table("usage_monthly", *rows),
        "reported": table(
            "reported",
            {"reported_id": "r1", "artist": "Kanata"},
            {"reported_id": "r2", "artist": "Kanata & Mio"},
            {"reported_id": "r3", "artist": None},
        ),
        "identities": table(
            "identities",
            {"reported_id": "r3", "artist_id": "isni:1", "state": "tied"},
            {"reported_id": "r1", "artist_id": "isni:9", "state": "rejected"},
        ),
    }
    return cells(tables, day=given.pop("day", DAY), **given)


def _plays(made: Cells) -> dict[tuple[str, str], float]:
    rows = made.plays.select("artist_id", "territory", "quantity").iter_rows()
    return {(artist, territory): quantity for artist, territory, quantity in rows}


def test_a_month_counts_when_it_is_over() -> None:
    assert until(date(2026, 11, 10)) == date(2026, 11, 1)
    assert until(date(2026, 11, 30)) == date(2026, 12, 1)
    assert until(date(2026, 12, 31)) == date(2027, 1, 1)


def test_nothing_later_than_the_day_leaks_in() -> None:
    later = _row("r3", "TW", 900.0, month=date(2026, 11, 1), last_day=date(2026, 11, 1))
    made = _made(_row("r3", "JP", 50.0), later)
    assert _plays(made) == {("isni:1", "JP"): pytest.approx(50.0)}
    assert made.played == (date(2026, 10, 1), date(2026, 10, 31))
    assert _made(later, day=date(2026, 10, 31)).played is None


def test_the_same_plays_from_two_reports_count_once() -> None:
    made = _made(_row("r3", "JP", 50.0), _row("r3", "JP", 45.0, reporter="distrokid"))
    assert _plays(made) == {("isni:1", "JP"): pytest.approx(50.0)}


def test_days_that_are_missing_are_no_days_without_plays() -> None:
    made = _made(_row("r3", "JP", 100.0, length="day", n_days=10))
    assert _plays(made)["isni:1", "JP"] == pytest.approx(100 * 30.4 / 10)


def test_those_that_nothing_ties_go_by_their_names() -> None:
    made = _made(_row("r1", "JP", 10.0), _row("r2", "JP", 5.0))
    assert _plays(made) == {
        ("name:kanata", "JP"): pytest.approx(15.0),
        ("name:mio", "JP"): pytest.approx(5.0),
    }
    assert made.names["name:mio"] == "Mio"


def test_ranks_are_shares_of_a_territorys_charts() -> None:
    ranks = [
        _row("r3", "TW", None, measure="rank", weight=1.0, length="day"),
        _row("r1", "TW", None, measure="rank", weight=3.0, length="day"),
    ]
    made = _made(*ranks)
    shares = {artist: share for artist, _, share in made.shares.iter_rows()}
    assert shares == {"isni:1": pytest.approx(0.25), "name:kanata": pytest.approx(0.75)}
    assert made.covered["weight"] == {"TW"}


def test_one_service_alone() -> None:
    rows = (_row("r3", "JP", 50.0), _row("r3", "US", 7.0, service="KKBOX"))
    made = _made(*rows, services=["KKBOX"])
    assert _plays(made) == {("isni:1", "US"): pytest.approx(7.0)}
    assert made.services == ("KKBOX",)
