"""A market that follows, and one that leads."""

from tests.desks.markets.small_panel import given, many, value, why

#: Artists go from Japan to Taiwan, and from Korea to Japan; nobody goes back.
ROWS = {
    **{f"out {n}": {"JP": 40, "TW": 20} for n in range(4)},
    **{f"in {n}": {"KR": 40, "JP": 20} for n in range(4)},
    "new": {"JP": 1},
}


def test_only_the_market_that_comes_after_has_it() -> None:
    panel = given(ROWS)
    assert value("follows", panel, "new", "TW") > value("follows", panel, "new", "KR")


def test_it_tells_how_many_came_and_not_that_they_often_do() -> None:
    rows = {
        **many(20, "stay", {"JP": 40}),
        **many(5, "go", {"JP": 40, "TW": 20}),
        "back": {"KR": 40, "JP": 20},
        "new": {"JP": 1},
    }
    said = why("follows", given(rows), "new", "TW")
    assert said == "of 27 artists charted in Japan, 5 came here within eight weeks after"
    assert why("follows", given(rows), "new", "KR") == ""  # nobody came there after Japan
