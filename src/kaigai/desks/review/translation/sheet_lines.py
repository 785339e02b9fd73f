"""Sheets that people send back: their rows by column, whichever program saved them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kaigai.formats.sheets.decoding import decode
from kaigai.formats.sheets.fault import SheetFault
from kaigai.formats.sheets.grid import Row, Sheet, text_sheet
from kaigai.formats.sheets.workbook import OLE_MAGIC, ZIP_MAGIC, sheets
from kaigai.terms.text import Refused, Text

Find = Callable[[Sequence[object]], dict[str, int]]

LOOK = 10  #: rows among which the headings are sought


class BadSheet(Refused):
    """A file that is no such sheet; the text says where, and what to do."""


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
    data: bytes,
    name: str,
    find: Find,
    needed: Sequence[str],
    headings: Sequence[str],
    todo: Text,
) -> list[Line]:
    """The rows of the first table that has the needed columns; raises BadSheet.

    find      cells to the columns they head
    headings  what the needed columns are called, for who has to mend the sheet; `todo` says how
    """
    try:
        for sheet in tables(data):
            rows = iter(sheet.rows)
            columns = _columns(rows, find, needed)
            if columns is not None:
                return [_line(row, columns) for row in rows if not row.is_blank]
    except SheetFault as fault:
        raise BadSheet(_unreadable(name, fault)) from fault
    raise BadSheet(_no_columns(name, headings, todo))


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


def _unreadable(name: str, fault: SheetFault) -> Text:
    expected, todo = fault.expected, fault.todo
    return Text(
        f"{name}, {fault.place}: {fault.found}; expected {expected.en}. To do: {todo.en}",
        f"{name} の {fault.place}: {fault.found}。必要なのは{expected.ja}です。{todo.ja}",
    )


def _no_columns(name: str, headings: Sequence[str], todo: Text) -> Text:
    return Text(
        f"{name} lacks the columns {', '.join(headings)}. To do: {todo.en}",
        f"{name} に必要な列(「{'」「'.join(headings)}」)がありません。{todo.ja}",
    )
