"""Sheets that people send back: their rows by column, whichever program saved them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kaigai.formats.sheets.decoding import decode
from kaigai.formats.sheets.fault import SheetFault
from kaigai.formats.sheets.grid import Row, Sheet, text_sheet
from kaigai.formats.sheets.workbook import OLE_MAGIC, ZIP_MAGIC, sheets
from kaigai.terms.text import Text

Find = Callable[[Sequence[object]], dict[str, int]]

LOOK = 10  #: rows among which the headings are sought


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its number in the sheet, and its cells by column."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def tables(data: bytes) -> Iterator[Sheet]:
    """The tables of a file; raises SheetFault."""
    if data.startswith((ZIP_MAGIC, OLE_MAGIC)):
        yield from sheets(data)
    else:
        yield text_sheet(decode(data))


def lines(
    data: bytes, find: Find, needed: Sequence[str], headings: Sequence[str], todo: Text
) -> list[Line]:
    """The rows of the first table that has the needed columns; raises SheetFault.

    find      cells to the columns they head
    headings  what the needed columns are called, for who has to mend the sheet; `todo` says how
    """
    for sheet in tables(data):
        rows = iter(sheet.rows)
        columns = _columns(rows, find, needed)
        if columns is not None:
            return [_line(row, columns) for row in rows if not row.is_blank]
    listed = ", ".join(headings)
    raise SheetFault("row 1", "–", Text(f"the columns {listed}", f"列「{listed}」"), todo)


def _columns(rows: Iterator[Row], find: Find, needed: Sequence[str]) -> dict[str, int] | None:
    for _ in range(LOOK):
        row = next(rows, None)
        if row is None:
            return None
        columns = find(row.cells)
        if set(needed) <= set(columns):
            return columns
    return None


def _line(row: Row, columns: Mapping[str, int]) -> Line:
    return Line(row.number, {name: _text(row.cells, place) for name, place in columns.items()})


def _text(cells: Sequence[object], place: int) -> str:
    """A cell as it was typed; the apostrophe that kept a spreadsheet from running it is off."""
    value = cells[place] if place < len(cells) else None
    if value is None:
        return ""
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    text = text.strip()
    return text[1:] if text[:1] == "'" and text[1:2] in tuple("=+-@＝＋－＠") else text
