"""Finds a report's table in a file: its layout, its header, and what stands around the table."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from kaigai.formats.reports.rows import (
    HEAD,
    Line,
    Open,
    encoding_of_file,
    first_lines,
    inflated,
    lines_of,
    unpacked,
)
from kaigai.formats.reports.spec import Heading, Report, spellings
from kaigai.formats.sheets.fault import SheetFault
from kaigai.formats.sheets.grid import DELIMITERS
from kaigai.formats.sheets.headers import plain
from kaigai.formats.sheets.values import as_text
from kaigai.formats.sheets.workbook import ZIP_MAGIC, sheets
from kaigai.terms.text import Text

LOOK: Final = 40  #: rows among which the header is sought
MAX_WORKBOOK: Final = 256 * 1024**2  #: bytes; what is larger comes as text

Layouts = Sequence[Report]


@dataclass
class Opened:
    """A report's table: what its columns are, what is given around it, and its rows to come."""

    heading: Heading
    given: Mapping[str, str]
    lines: Iterator[Line]
    place: str = "line"
    quoted: bool = False  #: cells may still stand in quotation marks


def recognised(head: bytes, layouts: Layouts) -> bool:
    """Whether a file's first bytes show one of these layouts."""
    if head.startswith(ZIP_MAGIC):
        return any(_found(rows, layouts) for rows in _sheet_heads(head))
    data = inflated(head)
    return any(_found(first_lines(data, sign, LOOK), layouts) for sign in DELIMITERS)


def open_report(open_file: Open, name: str, layouts: Layouts) -> Iterator[Opened]:
    """The tables of a file: one of a text, those of a workbook that show one of the layouts.

    Raises SheetFault where there is none, and while rows are taken.
    """
    with open_file() as stream:
        head = stream.read(HEAD)
    if head.startswith(ZIP_MAGIC):
        tables = list(_of_workbook(open_file, name, layouts))
    else:
        tables = list(_of_text(unpacked(open_file), inflated(head), name, layouts))
    if not tables:
        raise SheetFault("file", "", _expected(layouts), _TODO)
    yield from tables


def _of_text(open_file: Open, head: bytes, name: str, layouts: Layouts) -> Iterator[Opened]:
    for sign in DELIMITERS:
        rows = first_lines(head, sign, LOOK)
        if found := _found(rows, layouts):
            at, heading = found
            lines = lines_of(open_file, encoding_of_file(open_file), sign)
            given = around(heading.report, rows[:at], name)
            yield Opened(heading, given, islice(lines, at + 1, None), quoted=sign == "\t")
            return


def _of_workbook(open_file: Open, name: str, layouts: Layouts) -> Iterator[Opened]:
    with open_file() as stream:
        data = stream.read(MAX_WORKBOOK + 1)
    if len(data) > MAX_WORKBOOK:
        raise SheetFault("file", f"{len(data):,} bytes", *_TOO_BIG)
    for sheet in sheets(data):
        lines = ((row.number, [as_text(cell) for cell in row.cells]) for row in sheet.rows)
        first = list(islice(lines, LOOK))
        if found := _found([cells for _, cells in first], layouts):
            at, heading = found
            given = around(heading.report, [cells for _, cells in first[:at]], name)
            rest = (line for part in (first[at + 1 :], lines) for line in part)
            yield Opened(heading, given, rest, place=f"sheet {sheet.name}, row")


def _sheet_heads(head: bytes) -> Iterator[list[list[str]]]:
    """The first rows of each sheet of a workbook that is all in the head."""
    try:
        for sheet in sheets(head):
            yield [[as_text(cell) for cell in row.cells] for row in islice(sheet.rows, LOOK)]
    except SheetFault:
        return


def _found(rows: Sequence[Sequence[str]], layouts: Layouts) -> tuple[int, Heading] | None:
    for at, cells in enumerate(rows):
        for layout in layouts:
            if heading := layout.heading(cells):
                return at, heading
    return None


def around(report: Report, above: Sequence[Sequence[str]], name: str) -> Mapping[str, str]:
    """What the lines above the header, the file's name and the report itself give for all rows."""
    lines = _named_values(above)
    told = {
        field: value
        for field, names in report.preamble.items()
        for form in spellings(names)
        for header, value in lines.items()
        if form.fullmatch(header)
    }
    return {**report.always, **of_name(report, name), **told}


def of_name(report: Report, name: str) -> dict[str, str]:
    """The fields that a file's name tells, a zip's and a folder's around it included."""
    path = unicodedata.normalize("NFC", name.replace("\\", "/"))
    for expression in report.file_name:
        found = re.search(expression, path)
        if found:
            return {field: value.strip() for field, value in found.groupdict().items() if value}
    return {}


def _named_values(above: Sequence[Sequence[str]]) -> dict[str, str]:
    """`name, value` lines; and a line of names with the line of their values below it."""
    told: dict[str, str] = {}
    for number, cells in enumerate(above):
        said = [cell.strip() for cell in cells if cell.strip()]
        if len(said) == 2:
            told.setdefault(plain(said[0].rstrip(":：")), said[1])
        elif len(said) > 2 and number + 1 < len(above):
            pairs = zip(cells, above[number + 1], strict=False)
            told |= {plain(key): value.strip() for key, value in pairs if key and value.strip()}
    return told


def _expected(layouts: Layouts) -> Text:
    named = " / ".join(
        ", ".join(layout.columns[field].split("|")[0] for field in layout.needs.split())
        for layout in layouts
    )
    return Text(en=f"a header row with {named}", ja=f"次の列がある見出しの行: {named}")


_TODO: Final = Text(
    en="fetch the report again as the service gives it, without changing its header",
    ja="見出しを変えず、サービスが出力したままのレポートをお使いください",
)
_TOO_BIG: Final = (
    Text(en="a workbook of at most 256 MB", ja="256MBまでのブック"),
    Text(en="save it as CSV UTF-8", ja="CSV UTF-8で保存してください"),
)
