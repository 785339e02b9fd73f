"""Markets that artists of the same home reach early."""

from tests.desks.markets.small_panel import given, many, value, why

#: Artists go from Japan to Taiwan, and from Korea to Japan; nobody goes back.
ROWS = {
    **{f"out {n}": {"JP": 40, "TW": 20} for n in range(4)},
    **{f"in {n}": {"KR": 40, "JP": 20} for n in range(4)},
    "new": {"JP": 1},
}


def test_it_goes_by_home_and_not_by_where_else_the_artist_is_heard() -> None:
    panel = given(ROWS, {"new": "KR"})
    assert value("follows-home", panel, "new", "JP") > value("follows-home", panel, "new", "TW")
    assert why("follows-home", panel, "new", "JP") == ""  # nobody else is known to be from there


def test_early_is_of_those_from_home_whose_beginning_was_seen() -> None:
    rows = {
        **many(10, "guest", {"JP": 50, "TW": 20}),
        **many(9, "own", {"JP": 40}),
        **many(4, "out", {"JP": 40, "TW": 20}),
        **many(3, "old", {"JP": 60, "TW": 20}),
        "before": {"TW": 60, "JP": 39, "KR": 39},
    }
    homes = {artist: "JP" for artist in rows if artist[:3] in ("own", "out", "old")}
    said = why("follows-home", given(rows, homes), "own 0", "TW")
    assert said == (
        "4 of 13 artists from Japan came here within eight weeks of their first chart place"
    )
    assert why("follows-home", given(rows, homes), "own 0", "KR") == ""
