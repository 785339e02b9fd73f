"""Markets that go together with all those already reached."""

from tests.desks.markets.small_panel import given, value, why

ROWS = {
    **{f"pair {n}": {"JP": 9, "TW": 9, "HK": 9} for n in range(60)},
    **{f"only {n}": {"US": 9} for n in range(60)},
    "a": {"JP": 9, "TW": 9},
}


def test_the_market_that_completes_the_set_is_ahead() -> None:
    panel = given(ROWS)
    assert value("together", panel, "a", "HK") > value("together", panel, "a", "US")
    assert why("together", panel, "a", "HK") == (
        "of 61 artists charted in Japan, 60 are charted here, too"
    )
    assert why("together", panel, "a", "US") == ""  # nobody is in both
