"""How long an audience stays, and how fast it halves; unknown stays unknown."""

from datetime import date

import pytest

from kaigai.desks.measure.retention import Seen, half_life, lasting


def seen(*quantities: float, is_new: bool = True) -> Seen:
    """Quantities of months from January 2026 on."""
    months = {date(2026, at + 1, 1): value for at, value in enumerate(quantities)}
    return Seen("TW", months, is_new)


def test_the_median_of_stays_that_end() -> None:
    stays = [seen(0, 5, 0, 0), seen(0, 5, 5, 0), seen(0, 5, 5, 5, 0)]
    found = lasting(stays)
    assert (found.n, found.ended, found.median) == (3, 3, 2)
    assert (found.low or 9) <= 2 <= (found.high or 9)


def test_a_stay_that_still_holds_is_no_end() -> None:
    found = lasting([seen(0, 5, 5, 5), seen(0, 5, 0, 0)])
    assert (found.n, found.ended) == (2, 1)
    assert lasting([seen(0, 5, 5, 5)]).median is None


def test_territories_from_before_have_no_beginning() -> None:
    assert lasting([seen(5, 5, 0, is_new=False)]).n == 0


def test_half_life_of_a_clean_fall() -> None:
    found = half_life([seen(800, 400, 200, 100, 50), seen(0, 64, 32, 16, 8)])
    assert found.months == pytest.approx(1.0)
    assert found.n == 9


def test_no_fall_has_no_half_life() -> None:
    assert half_life([seen(1, 2, 3, 4, 5)]).months is None
    assert half_life([]).months is None


def test_after_a_campaign_counts_from_its_month() -> None:
    rows = [seen(900, 100, 50, 25, 12.5, 6.25)]
    assert half_life(rows, date(2026, 2, 1)).months == pytest.approx(1.0)
