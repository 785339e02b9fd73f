"""A review sheet as a workbook: what reviewers fill in is open, everything else is locked."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any, Final

import xlsxwriter

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


def workbook(
    rows: Iterable[Mapping[str, Any]],
    *,
    columns: Sequence[str],
    headings: Sequence[str],
    editable: Iterable[str],
    choices: Mapping[str, Sequence[str]],
    hints: Sequence[Text],
    language: Language,
    is_locked: bool = True,
) -> bytes:
    """The bytes of an .xlsx file.

    choices  columns in which one of a few words is expected
    hints    how to work with it, on a page of their own
    """
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
    filled_in = set(editable)
    for place, (name, text) in enumerate(zip(columns, headings, strict=True)):
        sheet.set_column(place, place, WIDTHS.get(name, 18), None, {"hidden": name == "stamp"})
        sheet.write_string(0, place, text, head)
    last = 0
    for last, row in enumerate(rows, start=1):
        for place, name in enumerate(columns):
            value = row.get(name)
            look_of = open_ if name in filled_in else shut
            if isinstance(value, float):
                sheet.write_number(last, place, value, figure)
            elif value in (None, ""):
                sheet.write_blank(last, place, None, look_of)
            else:
                sheet.write_string(last, place, cut(str(value)), look_of)
    for name, words in choices.items():
        place = columns.index(name)
        rule = {"validate": "list", "source": list(words), "error_title": CHOOSE.to(language),
                "error_message": ", ".join(words)}  # fmt: skip
        sheet.data_validation(1, place, max(last, 1), place, rule)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    if is_locked:
        sheet.protect("", ALLOWED)
    _hints(book, hints, language)
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
