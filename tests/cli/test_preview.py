"""A preview shows what fits and names what does not."""

from typing import Any

import pytest
from rich.cells import cell_len

from kaigai.cli.preview import WIDEST, cut, preview

ROWS: list[dict[str, Any]] = [
    {"id": "A", "title": "夜明け", "n": 5, "none": None, "more": "x" * 20},
    {"id": "B", "title": "海", "n": None, "none": None, "more": "y"},
]
COLUMNS = list(ROWS[0])


def test_columns_that_fit_are_shown_and_others_named() -> None:
    seen = preview(ROWS, COLUMNS, width=20)
    assert seen.columns == ("id", "title", "n")
    assert seen.rows == (("A", "夜明け", "5"), ("B", "海", "–"))
    assert seen.right == (2,)
    assert seen.hidden == ("more",)
    assert seen.empty == ("none",)


@pytest.mark.parametrize(("width", "shown"), [(1, 1), (8, 1), (10, 2), (13, 3), (35, 4), (80, 4)])
def test_no_line_is_wider_than_the_screen(width: int, shown: int) -> None:
    seen = preview(ROWS, COLUMNS, width)
    assert len(seen.columns) == shown
    for row in (seen.columns, *seen.rows):
        assert sum(map(cell_len, row)) <= max(width, 2)


def test_nothing_to_show() -> None:
    assert preview([], COLUMNS, 80).columns == ()
    assert preview([], COLUMNS, 80).empty == tuple(COLUMNS)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"),
        ("a\nb\tc", "a b c"),
        ("x" * 32, "x" * 32),
        ("x" * 33, "x" * 31 + "…"),
        ("海" * 17, "海" * 15 + "…"),
    ],
)
def test_a_cell_is_one_line_and_no_wider(value: str | None, text: str) -> None:
    assert cut(value) == text
    assert cell_len(cut(value)) <= WIDEST
