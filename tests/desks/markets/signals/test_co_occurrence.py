"""Markets whose artists are heard in another market."""

from tests.desks.markets.small_panel import given, value, why

ROWS = {
    "a": {"JP": 9, "TW": 8},
    "b": {"JP": 9, "TW": 8},
    "c": {"JP": 9, "US": 8},
    "new": {"JP": 1},
}


def test_the_share_of_the_artists_of_a_market_who_are_heard_in_the_other() -> None:
    panel = given(ROWS)
    assert value("co-occurrence", panel, "new", "TW") == 0.5
    assert value("co-occurrence", panel, "new", "US") == 0.25
    assert why("co-occurrence", panel, "new", "TW").startswith("of the artists heard in Japan")
