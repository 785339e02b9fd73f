"""Captions in one shape, whatever file they came in: cues of runs of text, with time and place."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from kaigai.terms.text import Text

Vertical = Literal["", "rl", "lr"]


@dataclass(frozen=True, slots=True)
class Run:
    """Text that looks the same throughout; a line break is `\\n`."""

    text: str
    ruby: str = ""  #: the reading that stands beside it
    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str = ""  #: `#rrggbb`
    voice: str = ""  #: who speaks
    language: str = ""  #: where it differs from the file's
    classes: tuple[str, ...] = ()
    emphasis: str = ""  #: dots beside the letters (bouten), in TTML's words
    combine: bool = False  #: upright digits in a vertical line
    sung_ms: int | None = None  #: shown, or coloured, from this moment on
    raw: str = ""  #: markup before it that only its own format knows

    def plain(self) -> "Run":
        """The same look without text, to compare looks."""
        return replace(self, text="", ruby="", raw="", sung_ms=None)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a cue stands: an anchor as on a keypad (1 below left … 9 above right), and a point
    in per cent of the picture where one is given."""

    anchor: int | None = None
    x: float | None = None
    y: float | None = None
    width: float | None = None
    vertical: Vertical = ""

    @property
    def is_placed(self) -> bool:
        """Whether a point, and not only a corner, is given."""
        return self.x is not None or self.y is not None


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption: when, what, and where on the picture.

    `style`, `raw` and `written` are its own format's words; `written` is used again only as
    long as it still says the same as `runs`.
    """

    start_ms: int
    end_ms: int
    runs: tuple[Run, ...]
    id: str = ""
    layout: Layout = Layout()
    style: str = ""
    note: str = ""  #: a remark before it that nobody is shown
    raw: tuple[tuple[str, str], ...] = ()
    odd: tuple[str, ...] = ()  #: what only its own format can show
    written: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)  #: where it stands in its file

    @property
    def text(self) -> str:
        """What is read, without readings and looks."""
        return "".join(run.text for run in self.runs)

    @property
    def lines(self) -> list[str]:
        """Its lines."""
        return self.text.split("\n")

    @property
    def duration_ms(self) -> int:
        """How long it is shown."""
        return self.end_ms - self.start_ms


@dataclass(frozen=True, slots=True)
class Captions:
    """A file of captions; `head` is what stands before its cues, for its own format alone."""

    kind: str
    cues: tuple[Cue, ...]
    language: str = ""
    title: str = ""
    head: str = ""
    tail: str = ""
    newline: str = "\n"  #: how its lines end
    has_mark: bool = False  #: whether it begins with a byte order mark

    def __iter__(self) -> Iterator[Cue]:
        return iter(self.cues)


@dataclass(frozen=True, slots=True)
class Fault:
    """A part of a file that could not be read; the rest was."""

    line: int
    found: str
    expected: Text
    todo: Text


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file holds, and what in it could not be read."""

    captions: Captions
    faults: tuple[Fault, ...] = ()


class CaptionFault(Exception):
    """A file that is no captions at all, or none that is safe to open."""

    def __init__(self, line: int, found: str, expected: Text, todo: Text) -> None:
        super().__init__(f"line {line}: {expected.en}")
        self.line, self.found, self.expected, self.todo = line, found, expected, todo


def joined(runs: list[Run]) -> tuple[Run, ...]:
    """Runs without empty ones, and neighbours of one look together."""
    made: list[Run] = []
    for run in runs:
        if not (run.text or run.raw):
            continue
        last = made[-1] if made else None
        alike = last and last.plain() == run.plain() and not (last.ruby or run.ruby or run.raw)
        if last and alike and run.sung_ms is None:
            made[-1] = replace(last, text=last.text + run.text)
        else:
            made.append(run)
    return tuple(made)


def without_edges(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Runs without the line breaks and spaces around them."""
    made = list(runs)
    while made and not made[0].text.strip() and not made[0].raw:
        made.pop(0)
    while made and not made[-1].text.strip() and not made[-1].raw:
        made.pop()
    if made:
        made[0] = replace(made[0], text=made[0].text.lstrip())
        made[-1] = replace(made[-1], text=made[-1].text.rstrip())
    return tuple(made)
