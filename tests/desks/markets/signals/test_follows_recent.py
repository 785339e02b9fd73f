"""What was heard in the last four weeks pulls; what is over does not."""

from tests.desks.markets.small_panel import given, value, why

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
    assert "Japan" in why("follows-recent", panel, "new", "TW")
