"""The limits of languages, and how letters are counted."""

import pytest

from kaigai.desks.captions.limits import LIMITS, limits_for
from kaigai.desks.captions.measures import harmless, moment, units


@pytest.mark.parametrize(
    ("language", "per_second", "per_line"),
    [("ja", 4, 13), ("ko", 12, 16), ("zh-Hant", 9, 16), ("en-GB", 20, 42), ("th", 17, 35),
     ("fr", 17, 42), ("ja-Latn", 17, 42), ("", 17, 42), ("tlh", 17, 42)],
)  # fmt: skip
def test_each_language_has_limits(language: str, per_second: float, per_line: float) -> None:
    limits = limits_for(language)
    assert (limits.per_second, limits.per_line) == (per_second, per_line)


def test_other_audiences_read_otherwise() -> None:
    assert [limits_for("ja", each).per_second for each in ("adult", "children", "sdh")] == [
        4,
        4,
        7,
    ]
    assert [limits_for("ko", each).per_second for each in ("adult", "children", "sdh")] == [
        12,
        9,
        14,
    ]
    assert limits_for("fr", "sdh").per_second == 17


def test_what_is_assumed_says_so() -> None:
    assert not LIMITS["fr"].is_published
    assert "no guide" in LIMITS["fr"].source.en
    assert LIMITS["ja"].is_published


def test_letters_are_counted_in_full_widths_in_cjk() -> None:
    assert units("あア亜ｱA!", limits_for("ja")) == 4.5
    assert units("한글 ok", limits_for("ko")) == 3.5
    assert units("abc\nd", limits_for("en")) == 4


def test_signs_that_steer_a_terminal_are_not_shown() -> None:
    assert harmless("a\x1b[2Jb\x9bc\nd") == "a·[2Jb·c\nd"
    assert moment(3_723_045) == "1:02:03.045"
