"""Markets whose artists are heard in another market."""

from tests.desks.markets.small_panel import given, many, value, why

ROWS = {
    "a": {"JP": 9, "TW": 8},
    "b": {"JP": 9, "TW": 8},
    "c": {"JP": 9, "US": 8},
    "new": {"JP": 1},
}


def test_the_share_of_the_artists_of_a_market_who_are_heard_in_the_other() -> None:
    panel = given(ROWS)
    assert value("co-occurrence", panel, "new", "TW") == 0.5
    assert value("co-occurrence", panel, "new", "US") == 0.25


def test_it_tells_of_how_many_and_nothing_of_a_few_or_of_what_holds_everywhere() -> None:
    rows = {
        **many(8, "on", {"JP": 9, "TW": 8}),
        **many(4, "us", {"JP": 9, "US": 8}),
        "new": {"JP": 1},
    }
    said = why("co-occurrence", given(rows), "new", "TW")
    assert said == "of 13 artists charted in Japan, 8 are charted here, too"
    assert (
        why("co-occurrence", given(rows), "new", "US") == ""
    )  # fewer than in the middling market
    assert why("co-occurrence", given(ROWS), "new", "TW") == ""  # of too few
