"""Where a cue stands, in the settings of WebVTT: `line:10% position:50% align:center` …"""

import re
from typing import Final

from kaigai.formats.captions.model import Layout, Vertical

_PERCENT: Final = re.compile(r"(\d+(?:\.\d+)?)%")
_ALIGNS: Final = {"start": -1, "left": -1, "center": 0, "middle": 0, "end": 1, "right": 1}
#: How far down the picture a line stands in the upper and the lower third.
_UPPER, _LOWER = 33.0, 67.0


def layout_of(settings: str) -> Layout:
    """The place that WebVTT's settings name."""
    given = dict(each.split(":", 1) for each in settings.split() if ":" in each)
    line, _, _ = given.get("line", "").partition(",")
    position, _, anchored = given.get("position", "").partition(",")
    y, x, width = _percent(line), _percent(position), _percent(given.get("size", ""))
    side = _ALIGNS.get(given.get("align", ""), 0)
    if anchored:
        side = {"line-left": -1, "line-right": 1}.get(anchored, 0)
    vertical: Vertical = "rl" if given.get("vertical") == "rl" else (
        "lr" if given.get("vertical") == "lr" else "")  # fmt: skip
    row = _row(line, y)
    silent = not given or (row == -1 and side == 0)
    # Half-way down is how the middle row is written, and no point of its own.
    return Layout(None if silent else _key(row, side), x, None if y == 50 else y, width, vertical)


def _percent(value: str) -> float | None:
    found = _PERCENT.fullmatch(value)
    return float(found[1]) if found else None


def _row(line: str, y: float | None) -> int:
    """-1 below, 0 in the middle, 1 above."""
    if y is not None:
        return 1 if y < _UPPER else (0 if y < _LOWER else -1)
    if re.fullmatch(r"-?\d+", line):
        return 1 if 0 <= int(line) < 8 and not line.startswith("-") else -1
    return -1


def _key(row: int, side: int) -> int:
    return 5 + 3 * row + side


def sides(anchor: int | None) -> tuple[int, int]:
    """Row (-1 below … 1 above) and side (-1 left … 1 right) of an anchor."""
    key = anchor or 2
    return (key - 1) // 3 - 1, (key - 1) % 3 - 1


def settings_of(layout: Layout) -> str:
    """The settings of a place; none for the usual one."""
    row, side = sides(layout.anchor)
    parts = [f"vertical:{layout.vertical}"] if layout.vertical else []
    if layout.y is not None:
        parts.append(f"line:{_number(layout.y)}%")
    elif row >= 0:
        parts.append("line:0" if row else "line:50%")
    if layout.x is not None:
        parts.append(f"position:{_number(layout.x)}%")
    if layout.width is not None:
        parts.append(f"size:{_number(layout.width)}%")
    if side:
        parts.append(f"align:{'start' if side < 0 else 'end'}")
    return " ".join(parts)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
