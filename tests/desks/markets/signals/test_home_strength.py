"""How much of an artist is heard at home."""

from kaigai.desks.markets.signal import SIGNALS
from tests.desks.markets.small_panel import given, value

ROWS = {"a": {"JP": 40, "TW": 9}, "b": {"JP": 40, "TW": 35}, "c": {"TW": 40}, "d": {"JP": 2}}
HOME = {"a": "JP", "b": "JP", "c": "TW", "d": "JP"}


def test_the_share_at_home() -> None:
    panel = given(ROWS, HOME)
    assert value("home-strength", panel, "d", "TW") == 1
    assert value("home-strength", panel, "a", "TW") < 0.5
    assert SIGNALS["home-strength"].evidence is None  # the same everywhere: no reason for one
