"""Tests of intervals from held-out cells."""

import numpy as np
import pytest

from kaigai.desks.markets.demand_interval import LEAST, NORMAL, Miss, calibrated, group_of
from kaigai.desks.markets.demand_model import Prediction


def _misses(n: int, spread: float, known: int = 3) -> list[Miss]:
    chance = np.random.default_rng(1)
    return [Miss("a", 0, float(off), False, known) for off in chance.normal(0, spread, n)]


def test_without_any_miss_the_interval_is_the_normal_one() -> None:
    assert calibrated([]).of("few") == (-NORMAL, 0.0, NORMAL)


def test_wide_misses_make_wide_intervals() -> None:
    low, _, high = calibrated(_misses(400, 2.0)).of("few")
    assert low == pytest.approx(-2 * NORMAL, abs=0.5)
    assert high == pytest.approx(2 * NORMAL, abs=0.5)


def test_a_small_group_goes_with_all_others() -> None:
    found = calibrated([*_misses(200, 1.0), *_misses(LEAST - 1, 3.0, known=1)])
    assert found.of("one") == found.of("all")
    assert found.counted["one"] == LEAST - 1


def test_markets_of_which_nothing_is_known_have_an_interval_of_their_own() -> None:
    new = [Miss("a", 0, off, False, 3, is_new=True) for off in np.linspace(-4, 4, 99)]
    found = calibrated([*_misses(200, 0.5), *new])
    prediction = Prediction(np.zeros(2), np.ones(2), np.zeros((2, 1)))
    low, _, high = found.interval(prediction, np.array([3.0, 3.0]), -1, np.array([0]))
    assert high[1] > 5 * high[0]
    assert low[1] < low[0] / 5


def test_groups_tell_how_much_was_known() -> None:
    groups = [group_of(n, False, False) for n in (1, 2, 4, 5)]
    assert groups == ["one", "few", "few", "many"]
    assert group_of(9, True, False) == "home"
