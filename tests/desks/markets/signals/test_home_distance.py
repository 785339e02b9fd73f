"""The way from home."""

from tests.desks.markets.small_panel import given, value, why

ROWS = {"near": {"KR": 1}, "far": {"BR": 1}, "both": {"JP": 2, "KR": 1, "US": 1}}


def test_it_goes_by_home() -> None:
    panel = given(ROWS, {"near": "KR", "far": "BR"})
    near, far = (
        value("home-distance", panel, "near", "JP"),
        value("home-distance", panel, "far", "JP"),
    )
    assert near > far
    assert "South Korea" in why("home-distance", panel, "near", "JP")
    assert why("home-distance", panel, "far", "JP") == ""
    assert why("home-distance", panel, "both", "KR") == ""  # whose home is a guess
