"""One cue at a time at one place."""

from dataclasses import replace

from tests.desks.captions.cues import cue, mended, numbers, track

RULE = "overlap"


def test_it_is_found_at_one_place_only() -> None:
    assert numbers(RULE, track("en", ("a", 0, 2000), ("b", 1500, 3000))) == [1]
    above = replace(track("en"), cues=(cue("a", 0, 2000), cue("b", 1500, 3000, anchor=8)),
                    numbers=(1, 2))  # fmt: skip
    assert numbers(RULE, above) == []


def test_the_first_is_cut() -> None:
    made = mended(RULE, track("en", ("a", 0, 2000), ("b", 1500, 3000)))
    assert made is not None
    assert made.cues[0].end_ms == 1416
    assert mended(RULE, track("en", ("a", 0, 2000), ("b", 50, 3000))) is None
