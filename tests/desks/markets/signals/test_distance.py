"""The nearest market already reached."""

from tests.desks.markets.small_panel import given, value, why

ROWS = {"near": {"KR": 1}, "far": {"BR": 1}, "both": {"JP": 2, "KR": 1, "US": 1}}


def test_the_nearest_market_counts() -> None:
    panel = given(ROWS)
    assert value("distance", panel, "near", "JP") > value("distance", panel, "far", "JP")
    assert why("distance", panel, "near", "JP").endswith(
        "km from South Korea, where it has charted"
    )
    assert why("distance", panel, "far", "JP") == ""  # 17,000 km speak for nothing
