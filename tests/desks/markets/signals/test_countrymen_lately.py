"""Artists of the same home who came in the last four weeks."""

from tests.desks.markets.small_panel import Seen, given, value, why

ROWS: Seen = {
    "a": {"JP": 40, "TW": 9},
    "b": {"JP": 40, "TW": 35},
    "c": {"JP": (40, 0)},
    "d": {"US": 9, "TW": 9},
}
HOME = {"a": "JP", "b": "JP", "c": "JP", "d": "US"}


def test_only_those_who_came_lately_count() -> None:
    panel = given(ROWS, HOME)
    assert value("countrymen-lately", panel, "c", "TW") > 0
    assert value("countrymen-lately", panel, "c", "US") == 0
    assert why("countrymen-lately", panel, "c", "TW").endswith("from Japan in four weeks: 1")
