"""Rising artists before fading ones."""

from kaigai.desks.markets.signal import SIGNALS
from tests.desks.markets.small_panel import given, value

ROWS = {"rising": {"JP": (1, 3, 5, 40)}, "fading": {"JP": (1, 30, 40, 50)}}


def test_a_rising_artist_has_more() -> None:
    panel = given(ROWS)
    assert value("momentum", panel, "rising", "JP") > 0 > value("momentum", panel, "fading", "JP")
    assert SIGNALS["momentum"].evidence is None  # the same everywhere: no reason for a territory
