"""The share of artists of the same home who are heard in a market."""

from tests.desks.markets.small_panel import given, many, value, why

ROWS = {
    "a": {"JP": 40, "TW": 9},
    "b": {"JP": 40, "TW": 35},
    "c": {"JP": 40},
    "d": {"US": 9, "TW": 9},
}
HOME = {"a": "JP", "b": "JP", "c": "JP", "d": "US"}


def test_the_share_of_countrymen() -> None:
    panel = given(ROWS, HOME)
    assert abs(value("countrymen", panel, "c", "TW") - 2 / 3) < 1e-6
    assert value("countrymen", panel, "c", "US") == 0
    assert why("countrymen", panel, "c", "TW") == ""  # of too few


def test_those_who_were_only_seen_in_a_market_are_not_from_there() -> None:
    rows = {
        **many(10, "guest", {"JP": 40, "TW": 9}),
        **many(9, "own", {"JP": 40}),
        **many(4, "out", {"JP": 40, "TW": 9}),
        "us": {"US": 40, "JP": 9},
    }
    homes = {artist: "JP" for artist in rows if artist[:3] in ("own", "out")}
    panel = given(rows, homes)
    said = why("countrymen", panel, "own 0", "TW")
    assert said == "4 of 13 artists from Japan are charted here"  # and not 14 of 23
    assert why("countrymen", panel, "own 0", "US") == ""
    assert why("countrymen", panel, "guest 0", "US") == ""  # whose home nobody knows
