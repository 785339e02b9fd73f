"""Lengths of time as people write them."""

import pytest

from kaigai.desks.markets.backtest.horizon import WEEKS_8, Horizon, parse_horizon
from kaigai.terms.text import Refused


@pytest.mark.parametrize(
    ("text", "days"), [("8w", 56), (" 56D ", 56), ("１０d", 10), ("8週間", 56), ("10日", 10)]
)
def test_weeks_and_days_are_days(text: str, days: int) -> None:
    assert parse_horizon(text) == days


@pytest.mark.parametrize("text", ["soon", "0w", "8", "w", "8m", "-8w", "9999w"])
def test_what_is_no_length_of_time_is_said(text: str) -> None:
    with pytest.raises(Refused, match="8w") as raised:
        parse_horizon(text)
    assert "期間" in raised.value.text.ja


def test_it_is_written_as_it_is_typed() -> None:
    assert (str(WEEKS_8), str(Horizon(10))) == ("8w", "10d")
