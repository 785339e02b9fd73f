"""How many came from abroad lately."""

from tests.desks.markets.small_panel import given, many, value, why

ROWS = {"a": {"JP": 40, "TW": 9}, "b": {"JP": 40, "TW": 35}, "c": {"TW": 40}, "d": {"JP": 2}}
HOME = {"a": "JP", "b": "JP", "c": "TW", "d": "JP"}


def test_those_who_came_in_four_weeks() -> None:
    panel = given(ROWS, HOME)
    assert value("entries", panel, "d", "TW") > value("entries", panel, "d", "JP") == 0
    assert why("entries", panel, "d", "TW") == ""  # one of three


def test_the_first_day_of_a_chart_is_no_coming() -> None:
    rows = {
        **many(8, "on", {"JP": 40, "TW": 9, "HK": 5}),
        **many(3, "own", {"TW": 40}),
        **many(9, "at home", {"JP": 40}),
    }
    said = why("entries", given(rows), "at home 0", "TW")
    assert said == (
        "8 of 11 artists charted here came in the last four weeks, after charting elsewhere"
    )
    assert why("entries", given(rows), "own 0", "HK") == ""
