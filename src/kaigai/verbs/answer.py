"""What a verb answers: blocks that people look at, rows for tools, and what to do next."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

from kaigai.terms.section import Mark, Section
from kaigai.terms.text import Language, Text

if TYPE_CHECKING:
    import altair as alt
    import ibis.expr.types as ir
    import pyarrow as pa

Screen = Literal["wide", "narrow"]


@dataclass(frozen=True, slots=True)
class Legend:
    """What the inks of a picture stand for.

    marks  an ink (s0 … s5, high, medium, low, note, home, unknown) and its words
    ramp   what the palest and the strongest of the six inks stand for, where all are used
    """

    marks: Sequence[tuple[str, Text]] = ()
    ramp: tuple[Text, Text] | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture that is not drawn before a door wants it.

    name    letters and hyphens; no two charts of one answer share it
    draw    the chart in a language, for a wide or a narrow screen
    about   what it shows, read out to who does not see it
    source  which files, which period, and how sure; stands below the picture
    single  one drawing serves both screens
    is_map  its letters are small beside its size, and grow on a narrow screen
    """

    name: str
    title: Text
    draw: "Callable[[Language, Screen], alt.LayerChart]"
    about: Text
    source: Text | None = None
    legend: Legend | None = None
    single: bool = False
    is_map: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that stands for itself; `share` (0 to 1) is None where it is not known."""

    label: Text
    value: Text
    of: Text | None = None
    share: float | None = None
    note: Text | None = None
    source: Text | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Key figures, side by side."""

    title: Text
    figures: Sequence[Figure]


@dataclass(frozen=True, slots=True)
class Grounds:
    """What an answer stands on: the day, what was read, and what is not known.

    day      for which day it holds
    figures  what was read, counted
    lines    a name, and what is said under it; a name of which nothing is said is left out
    warning  why it may be out of date
    """

    day: Text | None = None
    figures: Sequence[Figure] = ()
    lines: Sequence[tuple[Text, Sequence[Text]]] = ()
    warning: Text | None = None


class Blank(str):
    """A value that the reader has to put in, such as SHEET or NAME."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Step:
    """What to do next: a verb with its arguments, and why.

    given  arguments by the names of the verb's parameters; a `Blank` is left to the reader
    out    the file to write it to, where that is the point of it
    """

    verb: str
    why: Text
    given: Mapping[str, Any] = field(default_factory=dict)
    out: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to do: whom it is about, what it is, how large, and the fix.

    mark     how grave, and the word for it
    sizes    how much it is, the first of them in strong letters
    lines    examples, one below the other
    more     where the rest of them are
    """

    title: Text
    about: Text | None = None
    mark: Mark | None = None
    sizes: Sequence[Text] = ()
    lines: Sequence[Text] = ()
    todo: Text | None = None
    fix: Text | None = None
    more: Step | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """Things to do, the first one first; `plain` ones carry no numbers."""

    title: Text
    cards: Sequence[Card]
    note: Text | None = None
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks that stay closed until somebody opens them, below a line that sums them up."""

    title: Text
    about: Text
    marks: Sequence[Mark]
    blocks: "Sequence[Section | Cards]"


@dataclass(frozen=True, slots=True)
class Heading:
    """What the blocks that follow are about, up to the next heading.

    name  its address on a page: letters and hyphens
    leaf  it begins a new sheet of paper
    more  where there is more of it than the blocks below
    """

    name: str
    title: Text
    lede: Text | None = None
    leaf: bool = False
    more: Step | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A file that comes in or goes out: its name without folders, and all of its content."""

    name: str
    content: bytes


Block: TypeAlias = Section | Chart | Figures | Cards | Fold | Grounds | Heading
Rows: TypeAlias = "pa.Table | pa.RecordBatchReader | ir.Table"


class Filled(Protocol):
    """A sheet that is given out to be filled in."""

    @property
    def rows(self) -> Sequence[Mapping[str, Any]]:
        """Its rows."""

    def file(self, name: str) -> bytes:
        """The content of a file of that name."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer for every door.

    blocks   what people look at; no more lines than the call's limit
    result   what the action returned, for programs
    table    all rows for other tools; without it, those of the sections
    steps    what to do next
    lede     the answer in a sentence or two
    kicker   what kind of page it is, in a word or two above the title
    sheet    the rows as a sheet that is filled in and comes back: what .xlsx and .csv hold
    file     what the verb made, where `call.out` asked for a file of the verb's own kind
    refused  something was not taken, and is listed: the exit status is 1
    """

    title: Text
    blocks: Sequence[Block] = ()
    result: Any = None
    table: Callable[[Language], Rows] | None = None
    steps: Sequence[Step] = ()
    lede: Text | None = None
    kicker: Text | None = None
    file: File | None = None
    sheet: "Callable[[Language], Filled] | None" = None
    refused: bool = False

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections among the blocks, those inside folds as well."""
        return tuple(_sections(self.blocks))

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The blocks that are pictures."""
        return tuple(each for each in self.blocks if isinstance(each, Chart))

    def rows(self, language: Language) -> Rows:
        """All rows, for other tools."""
        if self.table is not None:
            return self.table(language)
        from kaigai.verbs.rows import rows_of

        return rows_of(self.sections, language)


def _sections(blocks: Sequence[Block]) -> Iterator[Section]:
    for each in blocks:
        if isinstance(each, Section):
            yield each
        elif isinstance(each, Fold):
            yield from _sections(each.blocks)
