"""Markets that listen alike."""

from tests.desks.markets.small_panel import given, value, why

ROWS = {"a": {"JP": 9, "TW": 8}, "b": {"JP": 9, "US": 8}, "c": {"US": 9}, "new": {"JP": 1}}


def test_a_market_of_the_same_artists_has_more_than_a_larger_one() -> None:
    panel = given(ROWS)
    assert value("like-markets", panel, "new", "TW") > value("like-markets", panel, "new", "US")
    assert "Japan" in why("like-markets", panel, "new", "TW")
