"""A sheet keeps text as text and figures exact, and holds only so many rows."""

import io
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import openpyxl
import pytest

from kaigai.facts import sheet as module
from kaigai.facts.sheet import CELL_CHARACTERS, Sheet, TooManyRows, cut

JAPAN = timezone(timedelta(hours=9))


def written(*rows: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    """The cells of a sheet of two columns."""
    stream = io.BytesIO()
    with Sheet(stream, ["a", "b"]) as sheet:
        for row in rows:
            sheet.add(row)
    book = openpyxl.load_workbook(io.BytesIO(stream.getvalue()))
    return list(book.worksheets[0].iter_rows(values_only=True))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (True, True),
        (12, 12),
        (-1.5, -1.5),
        (10**15 - 1, 10**15 - 1),
        (10**15, "1000000000000000"),
        (1e20, 1e20),
        (float("inf"), "inf"),
        ("0012", "0012"),
        ("=1+1", "=1+1"),
        (date(2026, 11, 1), datetime(2026, 11, 1)),  # noqa: DTZ001
        (date(1900, 2, 28), "1900-02-28"),
        (datetime(1800, 1, 1, tzinfo=UTC), "1800-01-01T00:00:00+00:00"),
        (datetime(2026, 11, 1, 9, tzinfo=JAPAN), datetime(2026, 11, 1)),  # noqa: DTZ001
        (["a"], "['a']"),
    ],
)
def test_a_value_is_what_excel_can_keep(value: Any, cell: Any) -> None:
    assert written((value, None))[1] == (cell, None)


def test_so_many_rows_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SHEET_ROWS", 1)
    assert written(("x", "y")) == [("a", "b"), ("x", "y")]
    with pytest.raises(TooManyRows):
        written(("x", "y"), ("x", "y"))


@pytest.mark.parametrize(
    ("text", "kept"),
    [("あ" * 32_767, 32_767), ("あ" * 32_768, 32_767), ("𠮷" * 20_000, 16_384)],
)
def test_a_cell_is_cut_where_excel_would_refuse_the_file(text: str, kept: int) -> None:
    short = cut(text)
    assert len(short) == kept
    assert len(short.encode("utf-16-le")) // 2 <= CELL_CHARACTERS
    assert (short == text) == (not short.endswith("…"))
