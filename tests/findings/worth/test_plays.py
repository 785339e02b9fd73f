"""Plays a year: of what is tied, of the last twelve months, and never counted twice."""

from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pytest

from kaigai.facts.table import TABLES
from kaigai.findings.worth.plays import yearly

DAY = date(2026, 11, 1)


def month(at: date, quantity: float, **other: Any) -> dict[str, Any]:
    """A row of usage_monthly."""
    return {
        "month": at,
        "service": "Namioto",
        "territory": "JP",
        "measure": "streams",
        "reporter": "a",
        "length": "month",
        "reported_id": "r1",
        "quantity": quantity,
    } | other


def tied(**other: Any) -> dict[str, Any]:
    """A row of identities."""
    return {"reported_id": "r1", "recording_id": "JPZZ92500001", "state": "tied"} | other


def table(name: str, rows: list[dict[str, Any]]) -> ir.Table:
    """Rows as one of the facts' tables."""
    return ibis.memtable(pa.Table.from_pylist(rows, schema=TABLES[name].arrow_schema()))


def asked(months: list[dict[str, Any]], who: list[dict[str, Any]] | None = None) -> Any:
    """Plays a year by subject and territory."""
    monthly = table("usage_monthly", months)
    identities = table("identities", who or [tied()])
    rows = yearly(monthly, identities, DAY).to_pyarrow().to_pylist()
    return {(row["subject_id"], row["territory"]): row for row in rows}


YEAR = [date(2025 + (n + 10) // 12, (n + 10) % 12 + 1, 1) for n in range(12)]


def test_twelve_months_are_a_year_and_older_ones_are_left_out() -> None:
    found = asked([month(at, 10) for at in (date(2025, 10, 1), *YEAR, date(2026, 11, 1))])
    assert found["JPZZ92500001", "JP"]["plays"] == 120


def test_a_young_song_is_scaled_up_from_the_months_it_has() -> None:
    found = asked([month(date(2026, 9, 1), 10), month(date(2026, 10, 1), 30)])
    row = found["JPZZ92500001", "JP"]
    assert (row["plays"], row["low"], row["high"], row["months"]) == (240, 120, 360, 2)


def test_a_month_without_a_territory_counted_nothing_there() -> None:
    found = asked([*(month(at, 10) for at in YEAR), month(YEAR[3], 6, territory="TW")])
    row = found["JPZZ92500001", "TW"]
    assert (row["plays"], row["low"], row["high"]) == (6, 0, 72)


@pytest.mark.parametrize("other", [{"reporter": "b"}, {"length": "day"}, {"chart": "top"}])
def test_two_reports_of_the_same_plays_are_not_added_up(other: dict[str, Any]) -> None:
    found = asked([month(at, 10) for at in YEAR] + [month(at, 7, **other) for at in YEAR])
    assert found["JPZZ92500001", "JP"]["plays"] == 120


def test_services_are_added_up() -> None:
    found = asked([month(YEAR[0], 10), month(YEAR[0], 5, service="Other")])
    assert found["JPZZ92500001", "JP"]["plays"] == 180


def test_what_is_in_doubt_and_what_is_of_the_world_do_not_count() -> None:
    assert asked([month(YEAR[0], 10)], [tied(state="doubt")]) == {}
    assert asked([month(YEAR[0], 10, territory="WORLD")]) == {}


def test_views_of_a_video_are_no_streams_of_its_recording() -> None:
    found = asked([month(YEAR[0], 10, measure="views")], [tied(video_id="youtube:x")])
    assert set(found) == {("youtube:x", "JP")}
