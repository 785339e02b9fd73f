"""A market that follows, and one that leads."""

from tests.desks.markets.small_panel import given, value, why

#: Artists go from Japan to Taiwan, and from Korea to Japan; nobody goes back.
ROWS = {
    **{f"out {n}": {"JP": 40, "TW": 20} for n in range(4)},
    **{f"in {n}": {"KR": 40, "JP": 20} for n in range(4)},
    "new": {"JP": 1},
}


def test_only_the_market_that_comes_after_has_it() -> None:
    panel = given(ROWS)
    assert value("follows", panel, "new", "TW") > value("follows", panel, "new", "KR")
    assert why("follows", panel, "new", "TW") == "artists often come here after Japan"
