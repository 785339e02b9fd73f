"""An XLSX sheet written row by row: text stays text, days and instants are Excel's own."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from math import isfinite
from types import TracebackType
from typing import Any, BinaryIO

import xlsxwriter

SHEET_ROWS = 1_048_575  #: rows of data that a sheet holds below its heading
CELL_CHARACTERS = 32_767
EXACT = 10**15  #: from here on Excel would round a whole number
FIRST_DAY = date(1900, 3, 1)  #: before it Excel's calendar is wrong, or has no day at all
WIDTH = 18  #: of a column, in characters

OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class TooManyRows(Exception):
    """More rows than a sheet holds."""


class Sheet:
    """A workbook of one sheet with a heading that stays in sight; use it in a `with`."""

    def __init__(self, stream: BinaryIO, columns: Sequence[str]) -> None:
        self._book = xlsxwriter.Workbook(stream, OPTIONS)
        self._sheet = self._book.add_worksheet("kaigai")
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._instant = self._book.add_format({"num_format": 'yyyy-mm-dd"T"hh:mm:ss"Z"'})
        self._row = 0
        self._sheet.freeze_panes(1, 0)
        self._sheet.set_column(0, max(len(columns) - 1, 0), WIDTH)
        bold = self._book.add_format({"bold": True})
        for place, name in enumerate(columns):
            self._sheet.write_string(0, place, name, bold)

    def __enter__(self) -> "Sheet":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._book.close()

    def add(self, values: Sequence[Any]) -> None:
        """Write a row; raises TooManyRows."""
        self._row += 1
        if self._row > SHEET_ROWS:
            raise TooManyRows
        for place, value in enumerate(values):
            self._write(place, value)

    def _write(self, place: int, value: Any) -> None:
        match value:
            case None:
                return
            case bool():
                self._sheet.write_boolean(self._row, place, value)
            case int() | float() if _is_figure(value):
                self._sheet.write_number(self._row, place, value)
            case datetime() if value.date() >= FIRST_DAY:
                self._sheet.write_datetime(self._row, place, _naive(value), self._instant)
            case date() if not isinstance(value, datetime) and value >= FIRST_DAY:
                self._sheet.write_datetime(self._row, place, value, self._day)
            case date():
                self._sheet.write_string(self._row, place, value.isoformat())
            case _:
                self._sheet.write_string(self._row, place, cut(str(value)))


def _is_figure(value: float) -> bool:
    """Whether Excel keeps the number as it is."""
    return isfinite(value) if isinstance(value, float) else abs(value) < EXACT


def _naive(instant: datetime) -> datetime:
    """The instant in UTC without its zone, which Excel does not know."""
    return instant.astimezone(UTC).replace(tzinfo=None) if instant.tzinfo else instant


def cut(text: str) -> str:
    """Text as long as a cell takes (counted in UTF-16 units); what was cut ends with `…`."""
    if len(text) * 2 <= CELL_CHARACTERS or len(text.encode("utf-16-le")) // 2 <= CELL_CHARACTERS:
        return text
    kept = text.encode("utf-16-le")[: (CELL_CHARACTERS - 1) * 2]
    return kept.decode("utf-16-le", "ignore") + "…"
