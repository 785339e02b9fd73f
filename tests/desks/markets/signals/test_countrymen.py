"""The share of artists of the same home who are heard in a market."""

from tests.desks.markets.small_panel import given, value, why

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
    assert why("countrymen", panel, "c", "TW") == "67% of the artists from Japan are heard here"
