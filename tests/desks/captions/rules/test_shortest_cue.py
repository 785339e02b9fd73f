"""Five sixths of a second at least."""

from tests.desks.captions.cues import mended, numbers, track

RULE = "shortest-cue"


def test_it_is_found_to_the_millisecond() -> None:
    given = track("en", ("a", 0, 830), ("b", 2000, 2833), ("c", 4000, 4000))
    assert numbers(RULE, given) == [1]


def test_it_is_shown_longer_where_there_is_room() -> None:
    made = mended(RULE, track("en", ("a", 0, 400), ("b", 2000, 3000)))
    assert made is not None
    assert made.cues[0].end_ms == 833
    assert mended(RULE, track("en", ("a", 0, 400), ("b", 600, 3000))) is None
