"""How much of what is heard comes from abroad."""

from tests.desks.markets.small_panel import given, value, why

ROWS = {"a": {"JP": 40, "TW": 9}, "b": {"JP": 40, "TW": 35}, "c": {"TW": 40}, "d": {"JP": 2}}
HOME = {"a": "JP", "b": "JP", "c": "TW", "d": "JP"}


def test_the_share_of_artists_from_elsewhere() -> None:
    panel = given(ROWS, HOME)
    assert abs(value("openness", panel, "d", "TW") - 2 / 3) < 1e-6
    assert value("openness", panel, "d", "JP") == 0
    assert why("openness", panel, "d", "TW").startswith("67%")
