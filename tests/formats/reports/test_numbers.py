"""Numbers as reports write them, read exactly or not at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.formats.reports.numbers import MOST, Mark, decimals, mark_of, parse_number


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [
        ("1200", ".", "1200"),
        ("1,200", ".", "1200"),
        ("1.200", ",", "1200"),
        ("0,0412", ",", "0.0412"),
        (".021330", ".", "0.021330"),
        ("0.00139510587933175", ".", "0.00139510587933175"),
        ("1.2E-05", ".", "0.000012"),
        ("-3", ".", "-3"),
        ("(12.50)", ".", "-12.50"),
        ("▲300", ".", "-300"),
        ("300-", ".", "-300"),
        ("−0.5", ".", "-0.5"),
        ("¥18,000", ".", "18000"),
        ("£0.0032", ".", "0.0032"),
        ("１２０", ".", "120"),
        ("240円", ".", "240"),
        ("USD 3.50", ".", "3.50"),
        ("1 234,5", ",", "1234.5"),
    ],
)
def test_numbers(text: str, mark: Mark, number: str) -> None:
    assert parse_number(text, mark) == Decimal(number)


@pytest.mark.parametrize("text", ["", " ", "-", "—", "n/a", "None"])
def test_a_cell_that_says_nothing(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("0,0412", "."),  # a decimal comma in a file with points is refused, not read as 412
        ("0.0412", ","),
        ("1,23,456", "."),
        ("12x", "."),
        ("E5", "."),
        ("1E99", "."),
        ("9" * 13, "."),
        ("1" * 80, "."),
        ("nan", "."),
        ("inf", "."),
        ("2026-04-01", "."),
    ],
)
def test_what_is_no_number(text: str, mark: Mark) -> None:
    with pytest.raises(ValueError, match=r"number|report"):
        parse_number(text, mark)


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["0,00312", "1.200", "3,744"], ","),
        (["0.00312", "1,200"], "."),
        (["1,234", "5,678"], "."),
        (["0,123"], ","),
        (["12", "", "x"], "."),
    ],
)
def test_the_decimal_mark_of_a_file(cells: list[str], mark: Mark) -> None:
    assert mark_of(cells) == mark


@given(st.decimals(-1_000_000, 1_000_000, places=9), st.sampled_from([".", ","]))
def test_what_is_written_is_read_back(number: Decimal, mark: Mark) -> None:
    grouped = f"{number:,f}"
    text = grouped if mark == "." else grouped.translate(str.maketrans(".,", ",."))
    assert parse_number(text, mark) == number


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        number = parse_number(text)
    except ValueError:
        return
    assert number is None or abs(number) < MOST


def test_decimals() -> None:
    assert [decimals(Decimal(text)) for text in ("1", "1.50", "1E+3")] == [0, 2, 0]
