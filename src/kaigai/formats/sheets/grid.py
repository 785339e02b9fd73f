"""A table as rows of cells, whatever file it came in."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import StringIO
from typing import Final

from kaigai.formats.sheets.fault import SheetFault, line
from kaigai.terms.text import Text

Cell = str | int | float | bool | datetime | date | time | timedelta | None

MAX_FIELD: Final = 131_072  #: characters; a longer cell is a quotation mark never closed
MAX_COLUMNS: Final = 1_024
DELIMITERS: Final = (",", "\t", ";")
_QUOTED: Final = re.compile(r'(?<![^,;\t\n])"(?:[^"]|"")*"')


@dataclass(frozen=True, slots=True)
class Row:
    """One row with the number that a spreadsheet shows beside it."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell is not None and str(cell).strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table; `name` is a workbook's tab, empty for a text file. Rows can be taken once."""

    name: str
    rows: Iterator[Row]
    is_text: bool = False  #: every cell is text as it was typed


def delimiter_of(text: str) -> str:
    """The sign between cells: the one that parts the first lines into most cells.

    A line counts with as many signs as most lines have, so that a title full of commas, or a
    preamble, does not decide; what stands in quotation marks does not count.
    """
    lines = _QUOTED.sub("", text[:65_536]).splitlines()[:50]

    def weight(sign: str) -> int:
        counts = [count for line in lines if (count := line.count(sign))]
        usual = max(set(counts), key=lambda count: (counts.count(count), count), default=0)
        return sum(min(count, usual) for count in counts)

    return max(DELIMITERS, key=weight)


def text_sheet(text: str, delimiter: str | None = None) -> Sheet:
    """A text as a sheet, its cells parted by commas, tabs or semicolons; where it is not said by
    which, by the likeliest. Its rows may raise SheetFault."""
    return Sheet("", _rows(text, delimiter or delimiter_of(text)), is_text=True)


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    csv.field_size_limit(MAX_FIELD)
    number = 0
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, cells in enumerate(reader, start=1):
            yield Row(number, tuple(cells[:MAX_COLUMNS]))
    except csv.Error as error:
        raise SheetFault(line(reader.line_num), str(error), _EXPECTED, _TODO) from error


_EXPECTED: Final = Text(
    en="cells of ordinary length, each quotation mark closed",
    ja="通常の長さのセル。引用符は必ず閉じられていること",
)
_TODO: Final = Text(
    en="look for a quotation mark that opens and never closes above this line",
    ja="この行より上に、閉じられていない引用符がないか確認してください",
)
