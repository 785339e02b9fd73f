"""The days that a report's row is about, in the ways that reports write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.formats.reports.days import Order, a_day, a_month, last_day, named, span


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("2026-04-01", "ymd", date(2026, 4, 1)),
        ("2026/4/1", "ymd", date(2026, 4, 1)),
        ("20260401", "ymd", date(2026, 4, 1)),
        ("2026年4月1日", "ymd", date(2026, 4, 1)),
        ("2026-04-01 00:00:00", "ymd", date(2026, 4, 1)),
        ("04/01/2026", "mdy", date(2026, 4, 1)),
        ("6/15/2026 12:00:00 AM", "mdy", date(2026, 6, 15)),
        ("15.06.2026", "dmy", date(2026, 6, 15)),
    ],
)
def test_days(text: str, order: Order, day: date) -> None:
    assert a_day(text, order) == day


@pytest.mark.parametrize(
    "text", ["04/01/2026", "2026-13-01", "", "Total", "0001-01-01", "99991231"]
)
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"day|reports|ways"):
        a_day(text)


@pytest.mark.parametrize(
    ("text", "order", "first", "days"),
    [
        ("2026-04", "ymd", date(2026, 4, 1), 30),
        ("202602", "ymd", date(2026, 2, 1), 28),
        ("2024M02", "ymd", date(2024, 2, 1), 29),
        ("Oct 2017", "ymd", date(2017, 10, 1), 31),
        ("Oct-17", "ymd", date(2017, 10, 1), 31),
        ("January 2026", "ymd", date(2026, 1, 1), 31),
        ("04/2026", "ymd", date(2026, 4, 1), 30),
        ("2026年4月度", "ymd", date(2026, 4, 1), 30),
        ("2026-04-01", "ymd", date(2026, 4, 1), 30),
        ("2026/04/30", "ymd", date(2026, 4, 1), 30),
        ("4/30/2026 12:00:00 AM", "mdy", date(2026, 4, 1), 30),
        ("2023 Q4", "ymd", date(2023, 10, 1), 92),
        ("Q1 2024", "ymd", date(2024, 1, 1), 91),
    ],
)
def test_months(text: str, order: Order, first: date, days: int) -> None:
    assert a_month(text, order) == (first, days)


@pytest.mark.parametrize("text", ["2026M13", "2026-00", "Foo 2026", "", "合計", "13/2026"])
def test_what_is_no_month(text: str) -> None:
    with pytest.raises(ValueError, match=r"month|day|reports"):
        a_month(text)


@pytest.mark.parametrize(
    ("period", "name"),
    [
        ((date(2026, 4, 1), 30), "2026-04"),
        ((date(2026, 4, 1), 1), "2026-04-01"),
        ((date(2026, 4, 1), 28), "2026-04-01/2026-04-28"),
        ((date(2015, 10, 1), 92), "2015-10-01/2015-12-31"),
    ],
)
def test_a_period_as_a_scope_calls_it(period: tuple[date, int], name: str) -> None:
    assert named(period) == name


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 400))
def test_a_span_ends_on_its_last_day(first: date, days: int) -> None:
    assert span(first, last_day((first, days))) == (first, days)


def test_a_span_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="no period"):
        span(date(2026, 4, 2), date(2026, 4, 1))
