"""A sheet's rows as readers use them: a cell by its field, and a word about each bad cell."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from kaigai.formats.sheets.decoding import decode
from kaigai.formats.sheets.fault import SheetFault
from kaigai.formats.sheets.grid import Cell, Row, Sheet, text_sheet
from kaigai.formats.sheets.headers import Column, Headed, text_of
from kaigai.formats.sheets.parquet import parquet_sheet
from kaigai.formats.sheets.recognise import PARQUET_MAGIC
from kaigai.formats.sheets.values import (
    Shortened,
    as_code,
    as_count,
    as_day,
    as_duration_ms,
    as_text,
    is_error,
    is_nothing,
)
from kaigai.formats.sheets.workbook import OLE_MAGIC, ZIP_MAGIC, sheets
from kaigai.sources.reader import Refused, RefusedFile, Source
from kaigai.terms.text import Text

MAX_BYTES = 256 * 1024**2  #: of a sheet that is read as a whole

T = TypeVar("T")


def sheets_of(source: Source) -> Iterator[Sheet]:
    """The tables of a text file or workbook; raises RefusedFile, also while rows are taken."""
    with source.open() as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise RefusedFile("file", f"{source.size:,} bytes", *_TOO_BIG)
    try:
        if data.startswith((ZIP_MAGIC, OLE_MAGIC)):
            found = list(sheets(data))
        elif data.startswith(PARQUET_MAGIC):
            found = [parquet_sheet(data)]
        else:
            found = [text_sheet(decode(data))]
    except SheetFault as fault:
        raise refused_file(fault) from fault
    many = len(found) > 1
    for sheet in found:
        yield Sheet(sheet.name if many else "", _guarded(sheet.rows), sheet.is_text)


def _guarded(rows: Iterator[Row]) -> Iterator[Row]:
    try:
        yield from rows
    except SheetFault as fault:
        raise refused_file(fault) from fault


def refused_file(fault: SheetFault) -> RefusedFile:
    """A fault of a whole table as the refusal of its file."""
    return RefusedFile(fault.place, fault.found, fault.expected, fault.todo)


@dataclass(slots=True)
class Line:
    """One row: its cells that say something, by field.

    `refused` collects what is wrong with cells while they are asked for; a row with cells
    beyond its header is `shifted`: nothing in it can be trusted.
    """

    number: int
    place: str
    columns: frozenset[str]  #: the fields that the sheet has columns for
    fields: dict[str, list[tuple[Column, Cell]]] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    is_shifted: bool = False

    def cells(self, name: str) -> Sequence[tuple[Column, Cell]]:
        """The cells of a field that say something."""
        return self.fields.get(name, ())

    def text(self, name: str) -> str | None:
        """The first text of a field, as it stands."""
        found = self.fields.get(name)
        return as_text(found[0][1]) if found else None

    def word(self, name: str) -> str | None:
        """As `text`, but nothing where the cell says `-`, `なし`, `TBD` or the like."""
        for _, cell in self.fields.get(name, ()):
            text = as_text(cell)
            if not is_nothing(text):
                return text
        return None

    def day(self, name: str) -> date | None:
        """The day of a field; a cell that is none is refused."""
        return self._parsed(name, as_day, _DAY)

    def count(self, name: str) -> int | None:
        """A whole number."""
        return self._parsed(name, as_count, _COUNT)

    def duration_ms(self, name: str, unit_ms: int | None = None) -> int | None:
        """A length in milliseconds; with `unit_ms` the cell is a number of such units."""

        def of_unit(cell: Cell) -> int:
            value = float(as_text(cell).replace(",", "")) * (unit_ms or 1)
            if not 0 < value < 3_600_000_000:
                raise ValueError
            return round(value)

        return self._parsed(name, of_unit if unit_ms else as_duration_ms, _DURATION)

    def code(self, name: str) -> str | None:
        """An identifier's digits as text; one that a spreadsheet shortened is refused."""
        for column, cell in self.cells(name):
            try:
                text = as_code(cell)
            except Shortened:
                self.refuse(column, cell, _SHORTENED)
                return as_text(cell)
            if not is_nothing(text):
                return text
        return None

    def refuse(self, column: Column, cell: Cell, reason: tuple[Text, Text]) -> None:
        """Note that a cell cannot be used."""
        place = f"{self.place}, column {column.header}"
        if all(each.place != place for each in self.refused):
            self.refused.append(Refused(place, as_text(cell) or str(cell), *reason))

    def refuse_row(self, reason: tuple[Text, Text]) -> None:
        """Note that the whole row cannot be used."""
        said = [as_text(cell) for pairs in self.fields.values() for _, cell in pairs]
        self.refused.append(Refused(self.place, " | ".join(filter(None, said)), *reason))

    def _parsed(
        self, name: str, parse: Callable[[Cell], T], reason: tuple[Text, Text]
    ) -> T | None:
        for column, cell in self.fields.get(name, ()):
            if isinstance(cell, str) and is_nothing(cell):
                continue
            try:
                return parse(cell)
            except (ValueError, OverflowError, TypeError):
                self.refuse(column, cell, reason)
        return None


_TOTALS = re.compile(r"(?:総?合?計|小計|grand total|total)[\s:：]*", re.IGNORECASE)


def lines(headed: Headed) -> Iterator[Line]:
    """The rows below a header; empty rows, repeated headers and totals are passed over."""
    known = [column for column in headed.columns if column.field]
    columns = frozenset(column.field or "" for column in known)
    title = [text_of(cell) for cell in headed.header.cells]
    width = max((place for place, text in enumerate(title, 1) if text), default=0)
    prefix = f"sheet {headed.sheet.name}, " if headed.sheet.name else ""
    for row in headed.rows:
        if row.is_blank or _is_total(row) or _is_header(row, title):
            continue
        line = Line(row.number, f"{prefix}row {row.number}", columns)
        if headed.sheet.is_text and any(map(as_text, row.cells[width:])):
            line.is_shifted = True
            line.refused.append(_shifted(line.place, len(row.cells), width))
        else:
            _fill(line, row, known)
        yield line


def _fill(line: Line, row: Row, known: Iterable[Column]) -> None:
    for column in known:
        cell = row.cells[column.index] if column.index < len(row.cells) else None
        if cell is None or cell == "":
            continue
        if is_error(cell):
            line.refuse(column, cell, _VALUE)
        elif as_text(cell):
            line.fields.setdefault(column.field or "", []).append((column, cell))


def _is_header(row: Row, title: Sequence[str]) -> bool:
    """Whether the header stands there again, as above each printed page."""
    same = text_of(row.cells[0]) == title[0]
    return same and [text_of(cell) for cell in row.cells[: len(title)]] == title


def _is_total(row: Row) -> bool:
    """Whether the only words in it say `合計` or `Total`."""
    said = [cell for cell in row.cells if isinstance(cell, str) and cell.strip()]
    words = [text for text in said[:30] if not text.replace(",", "").replace(".", "").isdecimal()]
    return len(words) == 1 and bool(_TOTALS.fullmatch(words[0].strip()))


def _shifted(place: str, found: int, expected: int) -> Refused:
    return Refused(
        place,
        f"{found} cells",
        Text(
            en=f"at most {expected} cells, as the header has",
            ja=f"見出しと同じ{expected}個以内のセル",
        ),
        Text(
            en="put quotation marks around the cell that has a comma in it",
            ja="カンマを含むセルを引用符で囲んでください",
        ),
    )


_TOO_BIG = (
    Text(en="a sheet of at most 256 MB", ja="256MBまでの表"),
    Text(en="split it into several files", ja="複数のファイルに分けてください"),
)
_VALUE = (
    Text(
        en="a value of ordinary length, not a failed formula or broken characters",
        ja="通常の長さで、数式エラーや文字化けのない値",
    ),
    Text(
        en="correct the cell in the sheet and read it again",
        ja="表のセルを直して読み直してください",
    ),
)
_DAY = (
    Text(en="a day as in 2024-04-01 or 2024年4月1日", ja="2024-04-01や2024年4月1日のような日付"),
    Text(
        en="write year, month and day in this order; the rest of the row was kept",
        ja="年・月・日の順に書いてください。行のほかの列は読み込みました",
    ),
)
_COUNT = (
    Text(en="a whole number", ja="整数"),
    Text(
        en="write the number alone; the rest of the row was kept",
        ja="数字だけを書いてください。行のほかの列は読み込みました",
    ),
)
_DURATION = (
    Text(
        en="a length as in 3:45, PT3M45S or 225 (seconds)", ja="3:45、PT3M45S、225(秒)のような長さ"
    ),
    Text(
        en="write minutes and seconds; the rest of the row was kept",
        ja="分と秒で書いてください。行のほかの列は読み込みました",
    ),
)
_SHORTENED = (
    Text(
        en="every digit of the code; the spreadsheet kept only the first ones",
        ja="すべての桁が残ったコード(表計算ソフトが桁を落としています)",
    ),
    Text(
        en="set the column to “text” in the spreadsheet, enter the codes again and save",
        ja="列の書式を「文字列」にし、コードを入力し直して保存してください",
    ),
)
