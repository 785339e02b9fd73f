"""The colours and sizes of pictures: one ink for how much, one accent for what to do."""

from dataclasses import dataclass
from typing import Final
from unicodedata import east_asian_width

# Strength of one ink, from little to all. The page gives each colour its dark twin.
INK: Final = ("#e6ebf0", "#c5d0da", "#9aacbd", "#5f7a93", "#3a5a78", "#16324c")
ON_PALE: Final = "#26333f"
ON_STRONG: Final = "#fefefe"
ON_INK: Final = (ON_PALE, ON_PALE, ON_PALE, ON_STRONG, ON_STRONG, ON_STRONG)
ACCENT: Final = "#c23b1e"
TINTS: Final = {"high": ACCENT, "medium": "#e39a80", "low": "#d8cfc8", "note": "#ebe7e2"}
TEXT: Final = "#1c2733"
QUIET: Final = "#66717d"
LINE: Final = "#d9dee3"
PAPER: Final = "#ffffff"
UNKNOWN: Final = "#eeeae1"  #: drawn as a hatch

#: Shares from which on a stronger ink is used; the strongest is for all of it.
STEPS: Final = (0.25, 0.5, 0.75, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Size:
    """How a chart is laid out: everything in pixels, label room included."""

    width: int
    left: int
    row: int
    font: int


WIDE: Final = Size(width=960, left=190, row=30, font=13)
NARROW: Final = Size(width=350, left=96, row=28, font=11)


def step_of(share: float | None) -> str:
    """The class of a share: its place in INK as text, or "?" where it is not known."""
    if share is None:
        return "?"
    return str(sum(share >= step for step in STEPS))


def percent(share: float | None) -> str:
    """A share as people read it: 100 % and 0 % only where that is exact."""
    if share is None:
        return "?"
    rounded = round(share * 100)
    if 0 < share < 1:
        rounded = min(max(rounded, 1), 99)
    return f"{rounded}%"


def cut(text: str, pixels: float, font: int) -> str:
    """A label no wider than that, in the usual width of its letters, with … where it is cut."""
    room = pixels / font
    for place, letter in enumerate(text):
        room -= 1.0 if east_asian_width(letter) in "WF" else 0.56
        if room < 0:
            return text[: max(place - 1, 1)].rstrip() + "…"
    return text
