"""A line is no longer than its language allows, counted in full-width units."""

from tests.desks.captions.cues import mended, numbers, text_of, track

RULE = "line-length"


def test_each_language_has_its_length() -> None:
    assert numbers(RULE, track("ja", "あ" * 13, "あ" * 13 + "!", "あ" * 14)) == [2, 3]
    assert numbers(RULE, track("ko", "가" * 16, "가" * 15 + " !!")) == [2]
    assert numbers(RULE, track("en", "x" * 42, "x" * 43)) == [2]
    assert numbers(RULE, track("th", "ก" * 35, "ก" * 36)) == [2]


def test_marks_above_a_thai_letter_take_no_room() -> None:
    assert numbers(RULE, track("th", "กี่" * 35)) == []


def test_it_is_broken_between_phrases() -> None:
    made = mended(RULE, track("ja", "君は「聞き方」を知る必要がある"))
    assert text_of(made) == "君は「聞き方」を\n知る必要がある"
    english = mended(RULE, track("en", "We will wait for you at the harbour until the morning"))
    assert text_of(english) == "We will wait for you\nat the harbour until the morning"


def test_what_fits_in_no_two_lines_is_left() -> None:
    assert mended(RULE, track("ja", "あ" * 40)) is None
