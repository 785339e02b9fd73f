"""No cue ends before it begins."""

from tests.desks.captions.cues import mended, numbers, track

RULE = "times-reversed"


def test_it_is_found_and_turned_back() -> None:
    given = track("en", ("a", 0, 900), ("b", 2000, 1000), ("c", 3000, 3000))
    assert numbers(RULE, given) == [2, 3]
    made = mended(RULE, given, 1)
    assert made is not None
    assert (made.cues[1].start_ms, made.cues[1].end_ms) == (1000, 2000)


def test_not_where_a_neighbour_is_in_the_way() -> None:
    assert mended(RULE, track("en", ("a", 0, 1500), ("b", 2000, 1000)), 1) is None
    assert mended(RULE, track("en", ("a", 1000, 1000))) is None
