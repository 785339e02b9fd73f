"""What a table's headers mean: spellings in Japanese and English, compared without their dress."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import cached_property, lru_cache
from itertools import chain, islice
from typing import Final

from kaigai.formats.sheets.grid import Row, Sheet

LOOK: Final = 40  #: rows among which the header is sought; what stands above it is a preamble

_TO_KATAKANA: Final = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_BRACKETED: Final = re.compile(r"[(\[【〔<].*?[)\]】〕>]")
_PARTS: Final = re.compile(r"[/|\n()\[\]・]+")
_NUMBERED: Final = re.compile(r"\d{1,2}$")


@lru_cache(2**14)  # one header after another is asked by every reader
def plain(header: str) -> str:
    """A header without width, case, spaces, signs and the two kinds of kana."""
    text = unicodedata.normalize("NFKC", header).casefold().translate(_TO_KATAKANA)
    return "".join(char for char in text if char.isalnum())


@dataclass(frozen=True, slots=True)
class Column:
    """A column with what it is taken for; `field` None: nobody knows."""

    index: int
    header: str
    field: str | None


@dataclass(frozen=True)
class Vocabulary:
    """The headers that mean each field.

    named       fields that are names of something, and so may be qualified (a reading of it, ...)
    qualifiers  the end of a field's name to the words that say so: `_kana` to `カナ`, ...
    numbered    fields that may have several columns with numbers (`作曲者1`, `作曲者2`)
    """

    fields: Mapping[str, str]
    named: frozenset[str] = frozenset()
    qualifiers: Mapping[str, str] = dataclass_field(default_factory=dict)
    numbered: frozenset[str] = frozenset()

    @cached_property
    def known(self) -> Mapping[str, str]:
        """Plain spelling to field."""
        return _by_spelling(self.fields)

    @cached_property
    def bare(self) -> Mapping[str, str]:
        """Qualifying word to the end that it gives to a field's name, long words first."""
        words = _by_spelling(self.qualifiers)
        return {word: words[word] for word in sorted(words, key=len, reverse=True)}

    def field_of(self, header: str) -> str | None:
        """What a header means by itself; None when it says nothing known.

        Looks at the whole, then without brackets, then at the halves of a bilingual header, then
        without a number at its end (`作曲者2`).
        """
        text = unicodedata.normalize("NFKC", header)
        for spelling in (text, _BRACKETED.sub("", text)):
            if field := self._meaning(plain(spelling)):
                return field
        parts = [plain(part) for part in _PARTS.split(text) if plain(part)]
        meanings = {self._meaning(part) for part in parts}
        exact = {meaning for meaning in meanings if not (meaning or "").startswith("any_")}
        if len(parts) > 1 and len(exact or meanings) == 1:
            return (exact or meanings).pop()
        field = self._meaning(_NUMBERED.sub("", plain(text)))
        return field if field in self.numbered else None

    def _meaning(self, key: str) -> str | None:
        if key in self.known:
            return self.known[key]
        for word, end in self.bare.items():
            if key.endswith(word) or key.startswith(word):
                rest = key.removesuffix(word) if key.endswith(word) else key.removeprefix(word)
                field = self.known.get(rest) or self.known.get(rest.removesuffix("ノ"))
                if field in self.named:
                    return f"{field}{end}"
        return None

    def columns(
        self, headers: Sequence[str], mapping: Mapping[str, str] | None = None
    ) -> tuple[Column, ...]:
        """Every column of a header row; `mapping` (header to field, empty to ignore) decides."""
        decided = {plain(header): field for header, field in (mapping or {}).items()}
        columns: list[Column] = []
        left: str | None = None
        for index, header in enumerate(headers):
            key = plain(header)
            left = (self.field_of(header) or self._beside(key, left)) if key else None
            field = (decided[key] or None) if key in decided else left
            columns.append(Column(index, header.strip(), field))
        return tuple(columns)

    def _beside(self, key: str, left: str | None) -> str | None:
        """`カナ` right of `曲名` is the reading of that title."""
        if key not in self.bare or left is None:
            return None
        ends = ("", *self.qualifiers)
        base = next((name for name in self.named for e in ends if left == name + e), None)
        return f"{base}{self.bare[key]}" if base else None


def _by_spelling(words: Mapping[str, str]) -> dict[str, str]:
    return {plain(word): name for name, group in words.items() for word in group.split("|")}


def told_apart(found: Sequence[Column], named: Container[str], ending: str) -> tuple[Column, ...]:
    """Of `曲名` and `Title` side by side, the one in Latin letters is a further spelling, whose
    field gets that ending; `named` are the fields that may stand twice."""
    firsts: dict[str, Column] = {}
    for column in found:
        if column.field and column.field in named:
            before = firsts.setdefault(column.field, column)
            if before.header.isascii() and not column.header.isascii():
                firsts[column.field] = column
    return tuple(
        Column(each.index, each.header, f"{each.field}{ending}")
        if each.field in firsts and firsts[each.field] is not each
        else each
        for each in found
    )


@dataclass(frozen=True, slots=True)
class Headed:
    """A sheet whose header was found: its columns, and the rows below."""

    sheet: Sheet
    header: Row
    columns: tuple[Column, ...]
    rows: Iterator[Row]


Guess = Callable[[Sequence[str]], tuple[Column, ...]]
Enough = Callable[[Iterable[Column]], bool]


def locate(sheet: Sheet, *ways: tuple[Guess, Enough]) -> tuple[int, Headed] | None:
    """The header of a sheet: the first row, of the first LOOK, whose columns are `enough`.

    Several ways to understand it are tried in turn; the number of the one that did comes along.
    """
    first = list(islice(sheet.rows, LOOK))
    for number, (guess, enough) in enumerate(ways):
        for at, row in enumerate(first):
            columns = guess([text_of(cell) for cell in row.cells])
            if enough(columns):
                rows = chain(first[at + 1 :], sheet.rows)
                return number, Headed(sheet, row, columns, rows)
    return None


def text_of(cell: object) -> str:
    """A header cell as text."""
    return "" if cell is None else str(cell).strip()
