"""Which markets share artists and which follow which, in numbers counted by hand."""

from kaigai.desks.markets.counts import counted
from kaigai.desks.markets.panel import panel_at
from tests.desks.markets.small_panel import DAY, seen

ROWS = {"a": {"JP": 40, "TW": 20}, "b": {"JP": 40}, "c": {"TW": 10, "US": 70}}


def test_artists_shared_and_moved() -> None:
    counts = counted(panel_at(seen(ROWS), DAY))
    jp, tw, us = range(3)
    assert counts.artists.tolist() == [2, 2, 1]
    assert counts.both[jp, tw] == 1
    assert counts.moved[jp, tw] == 1
    assert counts.moved[tw, jp] == 0
    assert counts.moved[us, tw] == 0  # more than eight weeks later: it did not follow
    assert counts.watched[jp, tw] == 20 + 30  # until the last chart, ten days ago
    assert counts.watched[us, tw] == 56
    assert counts.entries.tolist() == [0, 2, 0]
    assert counts.shared[jp, tw] == 0.5
    assert counts.rate[jp, tw] > counts.rate[tw, jp]


def test_counts_of_two_sources_add_up_by_territory() -> None:
    one = counted(panel_at(seen(ROWS), DAY))
    other = counted(panel_at(seen({"x": {"JP": 9, "TW": 8}, "y": {"BR": 3}}), DAY))
    both = one.plus(other)
    assert both.territories == ("JP", "TW", "US")
    assert both.artists.tolist() == [3, 3, 1]
    assert both.both[0, 1] == 2
    assert one.artists.tolist() == [2, 2, 1]
