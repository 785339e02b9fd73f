"""Two lines at most."""

from tests.desks.captions.cues import mended, numbers, text_of, track

RULE = "line-count"


def test_a_third_line_is_found_and_a_blank_one_is_none() -> None:
    assert numbers(RULE, track("en", "a\nb\nc", "a\n\nb", "a\nb")) == [1]


def test_lines_are_joined_where_they_fit() -> None:
    assert text_of(mended(RULE, track("en", "one\ntwo\nthree"))) == "one two three"
    assert text_of(mended(RULE, track("ja", "一行目\n二行目\n三行目"))) == "一行目　二行目　三行目"


def test_two_speakers_are_never_joined() -> None:
    assert mended(RULE, track("en", "- Yes.\n- No.\n- Yes.")) is None
