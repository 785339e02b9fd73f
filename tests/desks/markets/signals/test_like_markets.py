"""Markets that listen alike."""

from tests.desks.markets.small_panel import given, many, value, why

ROWS = {"a": {"JP": 9, "TW": 8}, "b": {"JP": 9, "US": 8}, "c": {"US": 9}, "new": {"JP": 1}}


def test_a_market_of_the_same_artists_has_more_than_a_larger_one() -> None:
    panel = given(ROWS)
    assert value("like-markets", panel, "new", "TW") > value("like-markets", panel, "new", "US")


def test_it_tells_of_how_many_and_nothing_of_a_few_or_of_what_holds_everywhere() -> None:
    rows = {
        **many(8, "on", {"JP": 9, "TW": 8}),
        **many(4, "us", {"JP": 9, "US": 8}),
        "new": {"JP": 1},
    }
    said = why("like-markets", given(rows), "new", "TW")
    assert said == "of 13 artists charted in Japan, 8 are charted here, too"
    assert why("like-markets", given(rows), "new", "US") == ""  # fewer than in the middling market
    assert why("like-markets", given(ROWS), "new", "TW") == ""  # of too few
