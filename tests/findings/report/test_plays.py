"""Plays by month are only added up where they can be, and what was not reported stays a gap."""

from datetime import date
from typing import Any

from kaigai.findings.report.plays import MONTHS, SERIES, plays
from kaigai.findings.report.reported import Month, Plays
from tests.conftest import table


def row(day: date, territory: str, quantity: float | None, **given: Any) -> dict[str, Any]:
    """A row of `usage`: monthly streams of a service, unless told."""
    usual: dict[str, Any] = {
        "days": 31,
        "service": "Namioto",
        "measure": "streams",
        "subject_kind": "recording",
        "subject_id": "r",
    }
    return {**usual, "day": day, "territory": territory, "quantity": quantity, **given}


def counted(*rows: dict[str, Any]) -> tuple[Plays, ...]:
    """The series of these rows for a label at home in Japan."""
    return plays(table("usage", *rows), "JP")


JAN, FEB, MAR = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)


def test_home_and_abroad_by_month_with_gaps_between() -> None:
    [series] = counted(
        row(JAN, "JP", 10.0), row(JAN, "US", 2.0), row(JAN, "KR", 3.0), row(MAR, "JP", 8.0)
    )
    assert series.months == (
        Month(JAN, 10.0, 5.0, 31, 3),
        Month(FEB, None, None, 0, 0),
        Month(MAR, 8.0, None, 31, 1),
    )


def test_the_world_less_home_is_abroad_where_nothing_else_is_told() -> None:
    [series] = counted(row(JAN, "JP", 10.0), row(JAN, "WORLD", 12.5))
    assert series.months[0].abroad == 2.5


def test_the_world_is_not_added_to_its_territories() -> None:
    [series] = counted(row(JAN, "JP", 10.0), row(JAN, "US", 1.0), row(JAN, "WORLD", 12.5))
    assert series.months[0].abroad == 1.0


def test_days_are_counted_and_a_month_has_no_more_than_it_has() -> None:
    days = [date(2026, 2, day) for day in (1, 2, 3)]
    [series] = counted(*(row(d, t, 1.0, days=1) for d in days for t in ("JP", "US")))
    assert series.months[0].days == 3
    [series] = counted(row(FEB, "JP", 1.0), row(FEB, "US", 1.0))
    assert series.months[0].days == 28


def test_months_of_other_lengths_are_one_series_and_quarters_are_none() -> None:
    months = [(JAN, 31), (FEB, 28), (MAR, 31)]
    rows = [row(day, t, 5.0, days=n) for day, n in months for t in ("JP", "US")]
    quarters = [row(JAN, territory, 99.0, days=90) for territory in ("JP", "US")]
    [series] = counted(*rows, *quarters)
    assert [(month.total, month.days) for month in series.months] == [(10.0, n) for _, n in months]


def test_other_services_measures_and_charts_are_series_of_their_own() -> None:
    services = [{"service": "A"}, {"service": "B"}, {"measure": "views"}, {"chart": "Top 200"}]
    rows = [
        row(JAN, territory, float(n + 1), **given)
        for n, given in enumerate(services)
        for territory in ("JP", "US")
    ]
    series = counted(*rows)
    assert len(series) == SERIES
    assert [each.months[0].total for each in series] == [8.0, 6.0, 4.0]
    assert series[0].chart == "Top 200"


def test_daily_and_monthly_reports_of_the_same_plays_are_not_both_told() -> None:
    daily = [row(JAN, territory, 1.0, days=1) for territory in ("JP", "US")]
    monthly = [row(JAN, territory, 30.0) for territory in ("JP", "US")]
    [series] = counted(*daily, *monthly)
    assert series.months[0].total == 60.0


def test_what_cannot_be_split_is_no_series() -> None:
    assert counted(row(JAN, "WORLD", 5.0)) == ()
    assert counted(row(JAN, "JP", 5.0)) == ()
    assert counted(row(JAN, "JP", None)) == ()
    assert counted(row(JAN, "JP", 5.0, measure="chart_rank"), row(JAN, "US", 5.0)) == ()


def test_only_the_last_months_are_told() -> None:
    months = [date(2020 + n // 12, n % 12 + 1, 1) for n in range(40)]
    [series] = counted(*(row(m, t, 1.0) for m in months for t in ("JP", "US")))
    assert len(series.months) == MONTHS
    assert series.months[-1].month == months[-1]
