"""How many came from abroad lately."""

from tests.desks.markets.small_panel import given, value, why

ROWS = {"a": {"JP": 40, "TW": 9}, "b": {"JP": 40, "TW": 35}, "c": {"TW": 40}, "d": {"JP": 2}}
HOME = {"a": "JP", "b": "JP", "c": "TW", "d": "JP"}


def test_those_who_came_in_four_weeks() -> None:
    panel = given(ROWS, HOME)
    assert value("entries", panel, "d", "TW") > value("entries", panel, "d", "JP") == 0
    assert why("entries", panel, "d", "TW").endswith(": 1")
