"""A cue must be readable in its time, by the speed of its language."""

from tests.desks.captions.cues import mended, numbers, track

RULE = "reading-speed"


def test_each_language_has_its_speed() -> None:
    assert numbers(RULE, track("ja", ("あいうえ", 0, 1000), ("あいうえお", 2000, 3000))) == [2]
    assert numbers(RULE, track("en", ("x" * 20, 0, 1000), ("x" * 21, 2000, 3000))) == [2]
    assert numbers(RULE, track("ko", ("가" * 12, 0, 1000), ("가" * 13, 2000, 3000))) == [2]


def test_half_width_counts_half_in_japanese() -> None:
    assert numbers(RULE, track("ja", ("12345678", 0, 1000))) == []


def test_it_is_shown_longer_where_half_a_second_is_enough() -> None:
    made = mended(RULE, track("ja", ("あいうえお", 0, 1000), ("次", 3000, 4000)))
    assert made is not None
    assert made.cues[0].end_ms == 1250
    assert mended(RULE, track("ja", ("あいうえお" * 2, 0, 1000))) is None
    assert mended(RULE, track("ja", ("あいうえお", 0, 1000), ("次", 1200, 2000))) is None
