"""Tastes that run through several markets."""

from tests.desks.markets.small_panel import given, value, why

ROWS = {
    **{f"asia {n}": {"JP": 9, "TW": 8, "HK": 7} for n in range(9)},
    **{f"america {n}": {"US": 9, "CA": 8} for n in range(9)},
    "new": {"JP": 3, "TW": 2},
}


def test_the_other_market_of_the_same_taste_has_more() -> None:
    panel = given(ROWS)
    assert value("hidden-taste", panel, "new", "HK") > value("hidden-taste", panel, "new", "CA")
    assert why("hidden-taste", panel, "new", "HK")
