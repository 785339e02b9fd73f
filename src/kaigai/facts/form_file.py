"""A sheet that is given out, as a file: a workbook in which only what people write is open, or
rows in CSV and JSON."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import Any, Final

import pyarrow as pa
import xlsxwriter

from kaigai.facts.export import export, format_of
from kaigai.facts.sheet import OPTIONS, cut
from kaigai.formats.sheets.apostrophe import guarded
from kaigai.formats.sheets.form import STAMP, Column, Form
from kaigai.formats.sheets.mark import held
from kaigai.formats.sheets.tables import JOINT
from kaigai.terms.text import Language, Text

SHEETS: Final = (".xlsx", ".csv", ".json")  #: endings of files that can be taken back
ARROW: Final = {
    "text": pa.string(), "share": pa.float64(), "count": pa.int64(), "day": pa.date32(),
    "list": pa.list_(pa.string()), "instant": pa.timestamp("us", "UTC"),
}  # fmt: skip
ALLOWED: Final = {
    "autofilter": True, "format_columns": True, "format_rows": True, "select_locked_cells": True,
    "select_unlocked_cells": True, "insert_rows": False,
}  # fmt: skip


def comes_back(out: str) -> bool:
    """Whether a sheet of that name can be taken back."""
    return PurePath(out).suffix.lower() in SHEETS


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet that is given out: its form, its rows, and the language of its words."""

    form: Form
    rows: Sequence[Mapping[str, Any]]
    language: Language

    def table(self) -> pa.Table:
        """The rows for other tools, under the form's headings."""
        return pa.table(
            {
                self.form.heading(name): pa.array(
                    [_held(row.get(name)) for row in self.rows], ARROW[column.holds]
                )
                for name, column in self.form.columns.items()
            }
        )

    def file(self, name: str) -> bytes:
        """The content of a file of that name: .xlsx, .csv or .json."""
        format = format_of(PurePath(name)) or "csv"
        if format == "xlsx":
            return workbook(self.form, self.rows, self.language)
        stream = BytesIO()
        export(self.table().to_reader(), stream, format)
        return stream.getvalue()


def workbook(form: Form, rows: Sequence[Mapping[str, Any]], language: Language) -> bytes:
    """The bytes of an .xlsx file: what people write is text whatever it looks like, so that no
    spreadsheet makes numbers or days of it."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, OPTIONS)
    sheet = book.add_worksheet(SHEET.to(language))
    head = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#e8edf2"}
    )
    look = {"text_wrap": True, "valign": "top"}
    shut = book.add_format({**look, "locked": True, "font_color": "#333333"})
    figure = book.add_format({**look, "locked": True, "num_format": "0%"})
    open_ = book.add_format({**look, "locked": False, "num_format": "@", "bg_color": "#fff9e5",
                             "border": 1, "border_color": "#d8cfae"})  # fmt: skip
    columns = list(form.columns.items())
    for place, (name, column) in enumerate(columns):
        sheet.set_column(place, place, column.width, None, {"hidden": name == STAMP})
        sheet.write_string(0, place, form.heading(name), head)
    last = 0
    empty: Iterable[Mapping[str, Any]] = ({} for _ in range(form.own_rows))
    for last, row in enumerate((*rows, *empty), start=1):
        for place, (name, column) in enumerate(columns):
            value, style = row.get(name), open_ if column.editable else shut
            if isinstance(value, int | float):
                sheet.write_number(last, place, value, figure if column.holds == "share" else shut)
            elif text := _cell(value):
                sheet.write_string(last, place, text, style)
            else:
                sheet.write_blank(last, place, None, style)
    for place, (_, column) in enumerate(columns):
        if column.choices:
            _choose(sheet, place, column, max(last, 1), language)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    if not form.is_list:
        sheet.protect("", ALLOWED)
    if form.hints:
        _hints(book, form.hints, language)
    book.close()
    return stream.getvalue()


def _held(value: Any) -> Any:
    return held(value) or None if isinstance(value, str) else value


def _cell(value: Any) -> str:
    text = held(JOINT.join(value) if isinstance(value, list | tuple) else str(value or ""))
    return cut(guarded(text) if text.startswith("'") else text)


def _choose(sheet: Any, place: int, column: Column, last: int, language: Language) -> None:
    listed = [each.to(language) for each in column.choices.values()]
    rule = {"validate": "list", "source": listed, "error_title": CHOOSE.to(language),
            "error_message": ", ".join(listed), "show_error": not column.others}  # fmt: skip
    sheet.data_validation(1, place, last, place, rule)


def _hints(book: Any, hints: Sequence[Text], language: Language) -> None:
    sheet = book.add_worksheet(HOW.to(language))
    sheet.set_column(0, 0, 100, book.add_format({"text_wrap": True, "valign": "top"}))
    for number, hint in enumerate(hints):
        sheet.write_string(number, 0, hint.to(language))


SHEET: Final = Text("review", "確認")
HOW: Final = Text("how to", "使い方")
CHOOSE: Final = Text("Choose one of these", "次のいずれかを選んでください")
