"""Artists of the same home who came in the last four weeks."""

from tests.desks.markets.small_panel import Seen, given, many, value, why

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
    assert why("countrymen-lately", panel, "c", "TW") == ""  # of too few


def test_guests_and_the_first_day_of_a_chart_are_no_coming_from_home() -> None:
    rows: Seen = {
        **many(10, "guest", {"JP": 40, "TW": 9}),
        **many(9, "own", {"JP": 40}),
        **many(4, "out", {"JP": 40, "TW": 9, "HK": 5}),
        "before": {"TW": 40, "JP": 39},
    }
    homes = {artist: "JP" for artist in rows if artist[:3] in ("own", "out")}
    panel = given(rows, homes)
    said = why("countrymen-lately", panel, "own 0", "TW")
    assert said == "4 of 13 artists from Japan came here in the last four weeks"
    assert why("countrymen-lately", panel, "own 0", "HK") == ""  # its chart began that day
