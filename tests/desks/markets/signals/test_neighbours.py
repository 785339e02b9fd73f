"""Presence close to a market."""

from tests.desks.markets.small_panel import given, value, why

ROWS = {"near": {"KR": 1}, "far": {"BR": 1}, "both": {"JP": 2, "KR": 1, "US": 1}}


def test_presence_next_door_counts_more_than_across_an_ocean() -> None:
    panel = given(ROWS)
    assert value("neighbours", panel, "near", "JP") > value("neighbours", panel, "far", "JP")
    assert "South Korea" in why("neighbours", panel, "near", "JP")
    assert why("neighbours", panel, "far", "JP") == ""  # the nearest is across an ocean
