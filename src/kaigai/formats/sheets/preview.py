"""What a table's columns are taken for, with samples: the guess that a person may correct."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from kaigai.formats.sheets.grid import Row, Sheet
from kaigai.formats.sheets.headers import LOOK, Column, Enough, Guess, text_of

SAMPLES = 3
BELOW = 50  #: rows under the header in which samples are sought


@dataclass(frozen=True, slots=True)
class ColumnPreview:
    """A column: its header, the field it is taken for (None: not recognised), and samples."""

    header: str
    field: str | None
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """A sheet: whether it will be read, the number of its header row, and its columns."""

    name: str
    is_read: bool
    header_row: int
    columns: tuple[ColumnPreview, ...]

    @property
    def unrecognised(self) -> tuple[str, ...]:
        """Headers that nobody knows."""
        return tuple(column.header for column in self.columns if column.field is None)


@dataclass(frozen=True, slots=True)
class Preview:
    """Every sheet of a file that has rows, and the fields that a mapping may name."""

    sheets: tuple[SheetPreview, ...]
    fields: tuple[str, ...]

    @property
    def mapping(self) -> dict[str, str]:
        """The guess as a mapping, header to field, of the sheets that will be read."""
        return {
            column.header: column.field
            for sheet in self.sheets
            if sheet.is_read
            for column in sheet.columns
            if column.field
        }


def preview_of(
    sheets: Iterable[Sheet],
    guess: Guess,
    enough: Enough,
    fields: Collection[str],
) -> Preview:
    """The preview of a file; where no row is a header, the likeliest one is shown."""
    shown = [_sheet(sheet.name, list(islice(sheet.rows, LOOK + BELOW)), guess, enough)
             for sheet in sheets]  # fmt: skip
    return Preview(tuple(each for each in shown if each is not None), tuple(sorted(fields)))


def _sheet(name: str, rows: Sequence[Row], guess: Guess, enough: Enough) -> SheetPreview | None:
    guesses = [(row, guess([text_of(cell) for cell in row.cells])) for row in rows[:LOOK]]
    chosen = next(((row, columns) for row, columns in guesses if enough(columns)), None)
    is_read = chosen is not None
    if chosen is None:
        chosen = max(guesses, key=_likelihood, default=None)
    if chosen is None or not any(column.header for column in chosen[1]):
        return None
    header, columns = chosen
    below = [row for row in rows if row.number > header.number]
    previews = [
        ColumnPreview(column.header, column.field, _samples(column.index, below))
        for column in columns
        if column.header or _samples(column.index, below)
    ]
    return SheetPreview(name, is_read, header.number, tuple(previews))


def _likelihood(guessed: tuple[Row, tuple[Column, ...]]) -> tuple[int, int]:
    columns = guessed[1]
    return sum(column.field is not None for column in columns), sum(
        bool(column.header) for column in columns
    )


def _samples(index: int, rows: Iterable[Row]) -> tuple[str, ...]:
    texts = (text_of(row.cells[index]) for row in rows if index < len(row.cells))
    return tuple(islice((text for text in dict.fromkeys(texts) if text), SAMPLES))
