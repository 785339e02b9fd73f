"""A small catalogue with suggestions, made once; and review sheets filled in as people do."""

import io
import shutil
from collections.abc import Mapping
from pathlib import Path

import openpyxl

from kaigai.facts.store import Facts

Fill = Mapping[str, Mapping[str, str]]


def copy_of(made: Path, into: Path) -> Facts:
    """A workspace of a test's own."""
    shutil.copytree(made, into)
    return Facts.open(into)


def filled(workbook: bytes, fill: Fill) -> bytes:
    """A workbook with cells filled in, by row id and English heading."""
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    page = book.worksheets[0]
    places = {str(cell.value).split(" / ")[0]: n for n, cell in enumerate(page[1], 1)}
    for row in range(2, page.max_row + 1):
        for column, text in fill.get(str(page.cell(row, 1).value), {}).items():
            page.cell(row, places[column]).value = text
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
