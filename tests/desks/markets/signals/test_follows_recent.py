"""What was heard in the last four weeks pulls; what is over does not."""

from tests.desks.markets.small_panel import given, many, value, why

#: Artists go from Japan to Taiwan, and from Korea to Japan; nobody goes back.
ROWS = {
    **{f"out {n}": {"JP": 40, "TW": 20} for n in range(4)},
    **{f"in {n}": {"KR": 40, "JP": 20} for n in range(4)},
    "new": {"JP": 1},
    "over": {"JP": 35},
}


def test_an_artist_who_is_no_longer_heard_has_less() -> None:
    panel = given(ROWS)
    now = value("follows-recent", panel, "new", "TW")
    assert now > value("follows-recent", panel, "over", "TW")


def test_it_tells_how_many_came_and_not_that_they_often_do() -> None:
    rows = {
        **many(20, "stay", {"JP": 40}),
        **many(5, "go", {"JP": 40, "TW": 20}),
        "back": {"KR": 40, "JP": 20},
        "new": {"JP": 1},
    }
    said = why("follows-recent", given(rows), "new", "TW")
    assert said == (
        "charted within four weeks in Japan; "
        "of 27 artists charted in Japan, 5 came here within eight weeks after"
    )
    assert why("follows-recent", given(rows), "new", "KR") == ""  # nobody came there after Japan
