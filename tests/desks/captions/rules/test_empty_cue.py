"""A cue says something."""

from dataclasses import replace

from tests.desks.captions.cues import mended, numbers, track

RULE = "empty-cue"


def test_it_is_found_and_deleted() -> None:
    given = track("en", "a", "", " \n ")
    assert numbers(RULE, given) == [2, 3]
    made = mended(RULE, given, 1)
    assert made is not None
    assert made.numbers == (1, 3)


def test_a_drawing_is_no_empty_cue() -> None:
    given = track("en", "a", "")
    drawn = replace(given.cues[1], odd=("\\p",))
    assert numbers(RULE, given.with_cue(1, drawn)) == []
