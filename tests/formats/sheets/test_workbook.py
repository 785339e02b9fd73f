"""Workbooks as values: dates, merged cells, formulas, and files that must not be opened."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaigai.formats.sheets import workbook
from kaigai.formats.sheets.fault import SheetFault
from kaigai.formats.sheets.grid import Cell
from kaigai.formats.sheets.workbook import OLE_MAGIC, sheets

#: Entities behind a comment that is longer than what anybody looks at first.
DECLARED = b"<!--" + b"x" * 200_000 + b'--><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


def made(fill: Callable[[Any], object]) -> bytes:
    """A workbook that a function filled."""
    book = openpyxl.Workbook()
    fill(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def cells(data: bytes) -> dict[str, list[tuple[Cell, ...]]]:
    return {sheet.name: [row.cells for row in sheet.rows] for sheet in sheets(data)}


def test_values_keep_their_types_and_hidden_sheets_stay_hidden() -> None:
    def fill(book: Any) -> None:
        book.active.title = "曲目"
        book.active.append(["JAN", "日", "秒"])
        book.active.append([4988001234567, date(2024, 4, 1), 1.5])
        book.create_sheet("控え").sheet_state = "hidden"

    assert cells(made(fill)) == {
        "曲目": [("JAN", "日", "秒"), (4988001234567, datetime(2024, 4, 1), 1.5)]  # noqa: DTZ001
    }


def test_a_merged_cell_is_in_every_row_that_it_covers() -> None:
    def fill(book: Any) -> None:
        sheet = book.active
        for row in [["A", "x"], [None, "y"], [None, "z"], ["B", "w"], [None, "v"]]:
            sheet.append(row)
        sheet.merge_cells("A1:A3")

    assert cells(made(fill))["Sheet"] == [
        ("A", "x"), ("A", "y"), ("A", "z"), ("B", "w"), (None, "v"),
    ]  # fmt: skip


def test_formulas_give_their_last_value_or_none() -> None:
    data = made(lambda book: book.active.append(["=1+1", "x"]))
    assert cells(data)["Sheet"] == [(None, "x")]


def test_missing_rows_are_counted() -> None:
    def fill(book: Any) -> None:
        book.active["A1"] = "a"
        book.active["A4"] = "b"

    (sheet,) = sheets(made(fill))
    assert [row.number for row in sheet.rows if not row.is_blank] == [1, 4]


def zipped(**members: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (OLE_MAGIC + b"\0" * 100, "password"),
        (b"PK\x03\x04rubbish", "whole Excel workbook"),
        (zipped(xl__workbook=b"<a/>"), "whole Excel workbook"),
        (zipped(xl__workbook=b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'), "whole Excel workbook"),
        (zipped(xl__workbook=DECLARED), "whole Excel workbook"),
        (zipped(xl__workbook=DECLARED.decode().encode("utf-16")), "whole Excel workbook"),
        (zipped(xl__workbook=b" " * 50_000_000), "1 GB"),
        (b"", "whole Excel workbook"),
    ],
)
def test_what_must_not_be_opened_is_refused(data: bytes, word: str) -> None:
    with pytest.raises(SheetFault) as fault:
        list(sheets(data))
    assert word in fault.value.expected.en


def test_members_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_UNPACKED", 1000)
    with pytest.raises(SheetFault):
        list(sheets(made(lambda book: book.active.append(["a"]))))


WHOLE = made(lambda book: [book.active.append(["ISRC", "曲名", n]) for n in range(30)])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=8), st.booleans())
def test_a_damaged_workbook_gives_rows_or_is_refused(at: int, put: bytes, cut: bool) -> None:
    damaged = WHOLE[:at] if cut else WHOLE[:at] + put + WHOLE[at + len(put) :]
    with suppress(SheetFault):
        for sheet in sheets(damaged):
            assert all(row.number > 0 for row in sheet.rows)


def test_a_cell_longer_than_any_is_broken_and_its_row_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbook, "MAX_FIELD", 1_000)  # openpyxl writes no more than Excel does
    data = with_strings("夜" * 1_001, "海")
    assert cells(data)["Sheet"] == [("夜" * 60 + "…\ufffd", "海"), ("夜" * 60 + "…\ufffd", "海")]


def test_what_cells_share_expands_to_no_more_than_a_sheet_holds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbook, "MAX_TEXT", 150)
    with pytest.raises(SheetFault, match="row 2"):
        cells(with_strings("夜" * 50, "海" * 50))
    monkeypatch.setattr(workbook, "MAX_STRINGS", 1000)
    with pytest.raises(SheetFault, match="1 GB"):
        cells(with_strings("夜" * 500, "海"))


def with_strings(*strings: str) -> bytes:
    """A workbook of two equal rows of such texts."""
    return made(lambda book: [book.active.append(strings) for _ in range(2)])
