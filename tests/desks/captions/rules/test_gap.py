"""Two frames at least between two cues at one place."""

from dataclasses import replace

from tests.desks.captions.cues import cue, mended, numbers, track

RULE = "gap"


def test_frames_are_those_of_the_film() -> None:
    given = track("en", ("a", 0, 1000), ("b", 1080, 2000), ("c", 2083, 3000))
    assert numbers(RULE, given) == [1]  # 83 ms are two frames of 24, rounded
    assert numbers(RULE, replace(given, fps=25.0)) == []


def test_no_gap_at_all_is_found_and_an_overlap_is_not() -> None:
    given = track("en", ("a", 0, 1000), ("b", 1000, 2000), ("c", 1900, 3000))
    assert numbers(RULE, given) == [1]


def test_another_place_on_the_picture_is_not_asked() -> None:
    given = replace(track("en"), cues=(cue("a", 0, 1000), cue("b", 1010, 2000, anchor=8)),
                    numbers=(1, 2))  # fmt: skip
    assert numbers(RULE, given) == []


def test_the_first_ends_earlier() -> None:
    made = mended(RULE, track("en", ("a", 0, 1000), ("b", 1020, 2000)))
    assert made is not None
    assert [(each.start_ms, each.end_ms) for each in made.cues] == [(0, 936), (1020, 2000)]
