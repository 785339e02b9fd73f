"""Cues stand in the order of their times."""

from tests.desks.captions.cues import mended, numbers, track

RULE = "order"


def test_it_is_found_and_put_right() -> None:
    given = track("en", ("a", 0, 900), ("c", 3000, 4000), ("b", 1000, 2000))
    assert numbers(RULE, given) == [3]
    made = mended(RULE, given, 2)
    assert made is not None
    assert [each.text for each in made.cues] == ["a", "b", "c"]
    assert made.numbers == (1, 3, 2)
