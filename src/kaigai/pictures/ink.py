"""The colours and sizes of pictures: one ink for how much, one accent for what to do."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil
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

    @property
    def head(self) -> int:
        """The size of letters above columns."""
        return max(self.font - 2, 10)

    def fitting(self, labels: Iterable[str]) -> "Size":
        """The same with no more room for labels at the left than these take."""
        widest = max((width_of(label, self.font) for label in labels), default=0)
        return replace(self, left=min(self.left, ceil(widest) + GUTTER))


GUTTER: Final = 18  #: pixels between labels and the picture
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


def width_of(text: str, font: int) -> float:
    """About how many pixels a label takes, whatever font there is."""
    return font * sum(1.0 if east_asian_width(letter) in "WF" else 0.56 for letter in text)


def cut(text: str, pixels: float, font: int) -> str:
    """A label no wider than that, with … where it is cut."""
    if width_of(text, font) <= pixels:
        return text
    while text and width_of(text, font) > pixels - font:
        text = text[:-1]
    return text.rstrip() + "…"
