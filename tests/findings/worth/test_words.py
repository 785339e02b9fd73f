"""What a finding is worth is said with its interval, no more exact than it is known."""

import pytest

from kaigai.findings.worth.gain import COLUMNS
from kaigai.findings.worth.words import METHODS, UNKNOWN, full, plays, rounded, short

ROW = dict(zip(COLUMNS, (12_345.0, 8_123.0, 19_876.0, "streams", "own songs"), strict=True))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.4, "0"),
        (7.5, "8"),
        (99, "99"),
        (123, "120"),
        (12_345, "12,000"),
        (1_987_654, "2,000,000"),
    ],
)
def test_two_digits_mean_something(value: float, shown: str) -> None:
    assert rounded(value) == shown


def test_a_figure_stands_with_its_interval_and_what_it_rests_on() -> None:
    assert short(ROW).en == "+12,000 streams"
    assert full(ROW).en == (
        "+12,000 streams a year (90 %: 8,100 to 20,000; "
        "from the artist's other songs or videos that are open there)"
    )
    assert full(ROW).ja.startswith("年間 ストリーム再生 +12,000(90%区間 8,100〜20,000、")


def test_what_is_not_known_is_unknown() -> None:
    nothing = dict.fromkeys(COLUMNS)
    assert short(nothing) == full(nothing) == plays(None) == UNKNOWN


@pytest.mark.parametrize("method", METHODS)
def test_every_method_is_said_in_both_languages(method: str) -> None:
    told = full(ROW | {"gain_method": method})
    assert METHODS[method].en in told.en
    assert METHODS[method].ja in told.ja
