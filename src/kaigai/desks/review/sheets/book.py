"""A sheet that people fill in, as a file: what they write is open, everything else is locked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePath
from typing import Any, Final

import pyarrow as pa
import xlsxwriter

from kaigai.desks.review.translation.sheet_lines import Line, lines
from kaigai.facts.export import export
from kaigai.facts.sheet import cut
from kaigai.terms.text import Language, Text

WIDTHS: Final[Mapping[str, int]] = {
    "id": 14, "kind": 10, "artist": 20, "original": 32, "reading": 20, "language": 16, "now": 22,
    "suggestion": 32, "confidence": 10, "tier": 18, "origin": 18, "others": 28, "warnings": 28,
    "decision": 11, "approved": 34, "translation": 44, "note": 26, "stamp": 4, "start": 13,
    "end": 13, "lyrics": 8,
}  # fmt: skip
OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
ALLOWED: Final = {
    "autofilter": True, "format_columns": True, "format_rows": True, "select_locked_cells": True,
    "select_unlocked_cells": True, "insert_rows": False,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layout:
    """What a kind of sheet looks like.

    headings  a heading in both languages for each column
    needed    columns without which a file is no such sheet; `todo` is said where they lack
    choices   columns in which one of a few words is expected
    hints     how to work with it, on a page of their own
    own_rows  empty rows below, for what people add
    """

    headings: Mapping[str, Text]
    editable: frozenset[str]
    hints: Sequence[Text]
    needed: Sequence[str]
    todo: Text
    choices: Mapping[str, Sequence[Text]] = field(default_factory=dict)
    own_rows: int = 0

    def heading(self, column: str) -> str:
        """A heading in both languages, so that either office can work on the sheet."""
        words = self.headings[column]
        return f"{words.en} / {words.ja}"

    def columns_of(self, cells: Sequence[object]) -> dict[str, int]:
        """Which column stands where, by headings in either language; the first of two counts."""
        found: dict[str, int] = {}
        for place, cell in enumerate(cells):
            plain = " ".join(str(cell if cell is not None else "").split()).casefold()
            for name, words in self.headings.items():
                known = (self.heading(name), words.en, words.ja, name)
                if plain and plain in [each.casefold() for each in known]:
                    found.setdefault(name, place)
        return found

    def lines(self, data: bytes, name: str) -> list[Line]:
        """The rows of a sheet that came back; raises BadSheet."""
        headings = [self.heading(each) for each in self.needed]
        return lines(data, name, self.columns_of, self.needed, headings, self.todo)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is given out: its rows, and what they are in each file format."""

    rows: Sequence[Mapping[str, Any]]
    language: Language
    layout: Layout

    def file(self, name: str) -> bytes:
        """The content of a file of that name: .xlsx, .csv or .json."""
        ending = PurePath(name).suffix.lower()
        if ending == ".xlsx":
            return self.xlsx()
        stream = BytesIO()
        export(self.arrow().to_reader(), stream, "json" if ending == ".json" else "csv")
        return stream.getvalue()

    def xlsx(self) -> bytes:
        """As a workbook with locked columns and lists of answers."""
        empty = [dict.fromkeys(self.layout.headings) for _ in range(self.layout.own_rows)]
        return workbook([*self.rows, *empty], self.layout, self.language)

    def arrow(self) -> pa.Table:
        """As a table, for CSV and JSON."""
        columns = {
            self.layout.heading(name): pa.array(
                [row[name] for row in self.rows],
                pa.float64() if name == "confidence" else pa.string(),
            )
            for name in self.layout.headings
        }
        return pa.table(columns)


def workbook(rows: Iterable[Mapping[str, Any]], layout: Layout, language: Language) -> bytes:
    """The bytes of an .xlsx file."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, OPTIONS)
    sheet = book.add_worksheet(SHEET.to(language))
    head = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#e8edf2"}
    )
    look = {"text_wrap": True, "valign": "top"}
    shut = book.add_format({**look, "locked": True, "font_color": "#333333"})
    figure = book.add_format({**look, "locked": True, "num_format": "0%"})
    open_ = book.add_format({**look, "locked": False, "bg_color": "#fff9e5", "border": 1,
                             "border_color": "#d8cfae"})  # fmt: skip
    columns = list(layout.headings)
    for place, name in enumerate(columns):
        sheet.set_column(place, place, WIDTHS.get(name, 18), None, {"hidden": name == "stamp"})
        sheet.write_string(0, place, layout.heading(name), head)
    last = 0
    for last, row in enumerate(rows, start=1):
        for place, name in enumerate(columns):
            value = row.get(name)
            look_of = open_ if name in layout.editable else shut
            if isinstance(value, float):
                sheet.write_number(last, place, value, figure)
            elif value in (None, ""):
                sheet.write_blank(last, place, None, look_of)
            else:
                sheet.write_string(last, place, cut(str(value)), look_of)
    for name, words in layout.choices.items():
        listed = [each.to(language) for each in words]
        rule = {"validate": "list", "source": listed, "error_title": CHOOSE.to(language),
                "error_message": ", ".join(listed)}  # fmt: skip
        place = columns.index(name)
        sheet.data_validation(1, place, max(last, 1), place, rule)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.protect("", ALLOWED)
    _hints(book, layout.hints, language)
    book.close()
    return stream.getvalue()


def _hints(book: Any, hints: Sequence[Text], language: Language) -> None:
    sheet = book.add_worksheet(HOW.to(language))
    sheet.set_column(0, 0, 100, book.add_format({"text_wrap": True, "valign": "top"}))
    for number, hint in enumerate(hints):
        sheet.write_string(number, 0, hint.to(language))


SHEET = Text("review", "確認")
HOW = Text("how to", "使い方")
CHOOSE = Text("Choose one of these", "次のいずれかを選んでください")
