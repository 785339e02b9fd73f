"""Markets that artists of the same home reach early."""

from tests.desks.markets.small_panel import given, value, why

#: Artists go from Japan to Taiwan, and from Korea to Japan; nobody goes back.
ROWS = {
    **{f"out {n}": {"JP": 40, "TW": 20} for n in range(4)},
    **{f"in {n}": {"KR": 40, "JP": 20} for n in range(4)},
    "new": {"JP": 1},
}


def test_it_goes_by_home_and_not_by_where_else_the_artist_is_heard() -> None:
    panel = given(ROWS, {"new": "KR"})
    assert value("follows-home", panel, "new", "JP") > value("follows-home", panel, "new", "TW")
    assert "South Korea" in why("follows-home", panel, "new", "JP")
