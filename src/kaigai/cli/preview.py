"""A wide table on a narrow screen: as many columns as fit, and the names of the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len, set_cell_size

WIDEST = 32  #: columns of the screen that one cell takes at most
GAP = 2  #: between two columns


@dataclass(frozen=True, slots=True)
class Preview:
    """Cells that fit; `hidden` are columns with content that do not, `empty` those without."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...]
    hidden: tuple[str, ...]
    empty: tuple[str, ...]


def preview(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], width: int) -> Preview:
    """The columns, from the left, that `width` has room for; cells are cut at 32.

    Cells are text or None. At least one column is shown, however narrow the screen.
    """
    filled = [name for name in columns if any(row[name] is not None for row in rows)]
    shown: list[str] = []
    left = width + GAP
    for name in filled:
        left -= _width(name, rows) + GAP
        if left < 0 and shown:
            break
        shown.append(name)
    return Preview(
        tuple(shown),
        tuple(tuple(cut(row[name]) for name in shown) for row in rows),
        tuple(i for i, name in enumerate(shown) if _is_figure(name, rows)),
        tuple(filled[len(shown) :]),
        tuple(name for name in columns if name not in filled),
    )


def _width(name: str, rows: Sequence[Mapping[str, Any]]) -> int:
    return max(cell_len(name), *(cell_len(cut(row[name])) for row in rows), 1)


def _is_figure(name: str, rows: Sequence[Mapping[str, Any]]) -> bool:
    kinds = {type(row[name]) for row in rows if row[name] is not None}
    return bool(kinds) and kinds <= {int, float}


def cut(value: Any) -> str:
    """A value on one line, cut where it is too wide."""
    text = "–" if value is None else " ".join(str(value).split())
    return text if cell_len(text) <= WIDEST else set_cell_size(text, WIDEST - 1).rstrip() + "…"
