"""What artists of the same markets have and this one lacks."""

from tests.desks.markets.small_panel import given, value, why

ROWS = {
    **{f"asia {n}": {"JP": 9, "TW": 8, "HK": 7} for n in range(3)},
    **{f"america {n}": {"US": 9, "CA": 8} for n in range(3)},
    "new": {"JP": 3, "TW": 2},
}


def test_the_market_of_the_artists_most_like_it_has_more() -> None:
    panel = given(ROWS)
    assert value("like-artists", panel, "new", "HK") > value("like-artists", panel, "new", "CA")
    assert why("like-artists", panel, "new", "HK")
