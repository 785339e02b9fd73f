"""How much of what is heard comes from abroad."""

from tests.desks.markets.small_panel import given, many, value, why

ROWS = {"a": {"JP": 40, "TW": 9}, "b": {"JP": 40, "TW": 35}, "c": {"TW": 40}, "d": {"JP": 2}}
HOME = {"a": "JP", "b": "JP", "c": "TW", "d": "JP"}


def test_the_share_of_artists_from_elsewhere() -> None:
    panel = given(ROWS, HOME)
    assert abs(value("openness", panel, "d", "TW") - 2 / 3) < 1e-6
    assert value("openness", panel, "d", "JP") == 0
    assert why("openness", panel, "d", "TW") == ""  # of three


def test_who_charts_elsewhere_is_counted_and_not_who_may_be_from_there() -> None:
    rows = {
        **many(9, "on", {"JP": 40, "TW": 9}),
        **many(2, "own", {"TW": 40}),
        **many(30, "at home", {"JP": 40}),
    }
    said = why("openness", given(rows), "at home 0", "TW")
    assert said == "9 of 11 artists charted here are charted elsewhere, too"
    assert why("openness", given(rows), "own 0", "JP") == ""
