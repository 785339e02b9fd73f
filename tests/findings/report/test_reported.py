"""Shares and months know when they are not known."""

from datetime import date

import pytest

from kaigai.findings.report.reported import Cell, CheckCount, Month, Place


@pytest.mark.parametrize(
    ("heard", "closed", "unknown", "share"),
    [
        (1, 3, 0, 0.25),
        (4, 0, 0, 1.0),
        (1, 0, 1, 1.0),
        (1, 0, 2, None),
        (0, 0, 0, None),
        (0, 5, 0, 0.0),
    ],
)
def test_a_place_of_which_too_little_is_known_has_no_share(
    heard: int, closed: int, unknown: int, share: float | None
) -> None:
    assert Place("KR", heard, closed, unknown).share == share


@pytest.mark.parametrize(("n", "of", "share"), [(1, 2, 0.5), (None, 2, None), (0, 0, None)])
def test_a_cell_may_be_unknown_or_empty(n: int | None, of: int, share: float | None) -> None:
    assert Cell("a", "x", n, of).share == share


@pytest.mark.parametrize(
    ("month", "days", "whole"),
    [(date(2026, 2, 1), 28, True), (date(2026, 1, 1), 27, False), (date(2026, 1, 1), 28, True)],
)
def test_a_month_is_whole_when_nearly_all_its_days_were_reported(
    month: date, days: int, whole: bool
) -> None:
    assert Month(month, 1.0, 1.0, days, 2).is_whole is whole


def test_a_month_with_one_part_unknown_has_no_total() -> None:
    assert Month(date(2026, 1, 1), 5.0, None, 31, 1).total is None
    assert Month(date(2026, 1, 1), 5.0, 2.0, 31, 1).total == 7.0


def test_a_check_counts_all_severities() -> None:
    assert CheckCount("a", "found", {"high": 2, "low": 3}).n == 5
