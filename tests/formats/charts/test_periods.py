"""The day and length of a row's period."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.formats.charts.periods import Period, days_between, days_said, period_of

DAY = date(2024, 4, 1)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024-04-01", Period(DAY)), ("2024/4/1", Period(DAY)), ("20240401", Period(DAY)),
        ("2024年4月1日", Period(DAY)), ("2024-04-01T09:30:00Z", Period(DAY)),
        ("2024-04", Period(DAY, 30)), ("2024年4月", Period(DAY, 30)), ("202404", Period(DAY, 30)),
        ("2024-W14", Period(DAY, 7)), ("2024-W60", None), ("soon", None), ("04/01/2024", None),
    ],
)  # fmt: skip
def test_a_cell(text: str, period: Period | None) -> None:
    assert period_of(text) == period


@pytest.mark.parametrize(
    ("texts", "days"),
    [(("week",), 7), (("date", "hipster_weekly_kr.parquet"), 7), (("対象月",), 30),
     (("date",), None), (("weekend",), None), (("month",), 30)],
)  # fmt: skip
def test_what_names_say(texts: tuple[str, ...], days: int | None) -> None:
    assert days_said(*texts) == days


@pytest.mark.parametrize(("step", "days"), [(1, 1), (7, 7), (30, 30), (3, 1), (14, 1)])
def test_distances(step: int, days: int) -> None:
    assert days_between(DAY + timedelta(days=step * n) for n in range(8)) == days


def test_irregular_copies_are_daily_and_few_days_say_nothing() -> None:
    copies = [0, 4, 5, 7, 8, 12, 14, 15, 22, 23]
    assert days_between(DAY + timedelta(days=n) for n in copies) == 1
    assert days_between([DAY, DAY + timedelta(days=7)]) == 1
    assert days_between([]) == 1


@given(st.text(max_size=20))
def test_any_text_is_a_period_or_none(text: str) -> None:
    period_of(text)
