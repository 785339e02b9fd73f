"""Rows of separated text, with the numbers that a spreadsheet shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.formats.sheets.fault import SheetFault
from kaigai.formats.sheets.grid import MAX_COLUMNS, delimiter_of, text_sheet


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a,b,c\n1,2,3\n", ","),
        ("a\tb\tc\n1,5\t2\t3\n", "\t"),
        ("a;b\n1,5;2\n", ";"),
        ("曲名,アーティスト\n", ","),
        ("一覧\n作成日,2024\n\na\tb\tc\n1\t2\t3\n4\t5\t6\n", "\t"),
        ("", ","),
    ],
)
def test_the_sign_between_cells_is_found(text: str, sign: str) -> None:
    assert delimiter_of(text) == sign


def test_a_cell_may_hold_a_line_end_and_rows_keep_their_numbers() -> None:
    sheet = text_sheet('a,b\n"one\ntwo",2\n\n3,4\n')
    rows = [(row.number, row.cells) for row in sheet.rows]
    assert rows == [(1, ("a", "b")), (2, ("one\ntwo", "2")), (3, ()), (4, ("3", "4"))]


def test_blank_rows_are_blank() -> None:
    assert [row.is_blank for row in text_sheet(",,\n \u3000,\nx,\n").rows] == [True, True, False]


def test_a_quotation_mark_never_closed_is_told_with_its_line() -> None:
    text = 'a,b\n"open,1\n' + "x,y\n" * 50_000
    with pytest.raises(SheetFault) as fault:
        list(text_sheet(text).rows)
    assert fault.value.place.startswith("line ")
    assert "quotation mark" in fault.value.todo.en


def test_rows_are_cut_at_the_widest_that_anybody_has() -> None:
    (row,) = text_sheet("," * 5000).rows
    assert len(row.cells) == MAX_COLUMNS


@given(st.text(max_size=400))
def test_any_text_gives_rows(text: str) -> None:
    numbers = [row.number for row in text_sheet(text).rows]
    assert numbers == list(range(1, len(numbers) + 1))


def test_lists_in_quoted_cells_do_not_part_them() -> None:
    codes = "; ".join(["JP", "US", "KR"] * 50)
    text = f'work,where\nW-1,"{codes}"\nW-2,"say ""{codes}"""\n'
    assert [len(row.cells) for row in text_sheet(text).rows] == [2, 2, 2]
