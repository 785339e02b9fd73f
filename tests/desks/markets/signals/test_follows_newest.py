"""Markets reached in the last two weeks pull the ones that follow them."""

from tests.desks.markets.small_panel import Seen, given, many, value, why

#: Artists go from Japan to Taiwan, and from Korea to Japan; nobody goes back.
ROWS: Seen = {
    **{f"out {n}": {"JP": 40, "TW": 20} for n in range(4)},
    **{f"in {n}": {"KR": 40, "JP": 20} for n in range(4)},
    "new": {"JP": 1},
    "settled": {"JP": (1, 40)},
}


def test_a_new_market_pulls_and_an_old_one_does_not() -> None:
    panel = given(ROWS)
    new = value("follows-newest", panel, "new", "TW")
    assert new > value("follows-newest", panel, "settled", "TW")
    assert why("follows-newest", panel, "settled", "TW") == ""  # in no new market


def test_it_tells_how_many_came_and_not_that_they_often_do() -> None:
    rows = {
        **many(20, "stay", {"JP": 40}),
        **many(5, "go", {"JP": 40, "TW": 20}),
        "back": {"KR": 40, "JP": 20},
        "new": {"JP": 1},
    }
    said = why("follows-newest", given(rows), "new", "TW")
    assert said == (
        "new in Japan within two weeks; "
        "of 27 artists charted in Japan, 5 came here within eight weeks after"
    )
    assert why("follows-newest", given(rows), "new", "KR") == ""  # nobody came there after Japan
