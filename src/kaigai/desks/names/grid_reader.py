"""A sheet that came back, CSV or XLSX, as its heading and numbered rows."""

from collections.abc import Iterator, Sequence
from typing import Any

from kaigai.formats.sheets.decoding import decode
from kaigai.formats.sheets.fault import SheetFault
from kaigai.formats.sheets.grid import Row, text_sheet
from kaigai.formats.sheets.workbook import OLE_MAGIC, ZIP_MAGIC, sheets
from kaigai.terms.text import Refused, Text

LARGEST = 64 * 1024**2  #: bytes of a sheet that people filled in


class NoSheet(Refused):
    """The file cannot be read as a table; the text says where and what to do."""


def grid_of(content: bytes, name: str) -> tuple[list[str], Iterator[tuple[int, Sequence[Any]]]]:
    """The heading's cells, and the rows below it with their numbers. Raises NoSheet."""
    if len(content) > LARGEST:
        raise NoSheet(_large(name))
    rows = _guarded(_rows(content), name)
    head = next((row for row in rows if not row.is_blank), None)
    headings = [str(cell or "") for cell in head.cells] if head else []
    return headings, ((row.number, row.cells) for row in rows)


def _rows(content: bytes) -> Iterator[Row]:
    if content.startswith((ZIP_MAGIC, OLE_MAGIC)):
        for sheet in sheets(content):
            yield from sheet.rows
            return
    else:
        yield from text_sheet(decode(content)).rows


def _guarded(rows: Iterator[Row], name: str) -> Iterator[Row]:
    try:
        yield from rows
    except SheetFault as error:
        raise NoSheet(_fault(name, error)) from error


def _fault(name: str, error: SheetFault) -> Text:
    return Text(
        en=f"{name}, {error.place}: expected {error.expected.en}; {error.todo.en}",
        ja=f"{name} の {error.place}: {error.expected.ja}が必要です。{error.todo.ja}",
    )


def _large(name: str) -> Text:
    return Text(
        en=f"{name}: larger than 64 MB; export fewer rows with --kind or --missing",
        ja=f"{name}: 64MBを超えています。--kind や --missing で行を絞って書き出してください",
    )
