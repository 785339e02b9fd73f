"""Markets that are strong together with those where an artist is strong now."""

from tests.desks.markets.small_panel import given, value

ROWS = {
    **{f"pair {n}": {"JP": 9, "HK": 9} for n in range(60)},
    **{f"only {n}": {"US": 9} for n in range(60)},
    "a": {"JP": 9},
    "b": {"JP": 300},
}


def test_strong_now_counts_for_more_than_strong_once() -> None:
    panel = given(ROWS)
    assert value("together-lately", panel, "a", "HK") > 0.1
    assert value("together-lately", panel, "a", "HK") > value("together-lately", panel, "b", "HK")
