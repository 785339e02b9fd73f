"""A sheet that is given out to be filled in and comes back: its columns, what its cells said when
it was given out, and what became of each of them since."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import islice
from typing import Any, Final, Literal, TypeVar

from kaigai.formats.sheets.apostrophe import bare
from kaigai.formats.sheets.fault import SheetFault
from kaigai.formats.sheets.grid import Cell, Row
from kaigai.formats.sheets.headers import LOOK, text_of
from kaigai.formats.sheets.mark import NOTHING, mark
from kaigai.formats.sheets.tables import tables
from kaigai.formats.sheets.values import Shortened, as_code, as_day, as_text
from kaigai.terms.section import Section
from kaigai.terms.text import Refused, Text

#: What became of a cell. Blank: it was emptied; stale: what the row rests on has changed since;
#: conflict: the value that it would change has.
State = Literal["unchanged", "blank", "changed", "stale", "conflict"]
Place = int | str  #: a row as spreadsheets number it; `[0]` is the first of a JSON array
Key = tuple[str, ...]
Thing = TypeVar("Thing")

LARGEST: Final = 64 * 1024**2  #: bytes
STAMP: Final = "stamp"
A_TEXT: Final = Text("a text", "文字列")
AS_IT_WAS: Final = Text("what was given out", "書き出したままの内容")
ONCE: Final = Text("each in one row: this is its second", "ひとつにつき一行(二行目です)")
STAMP_WORDS: Final = Text("stamp (leave as it is)", "照合用(変更不可)")


class BadSheet(Refused):
    """A file that is no such sheet; the text says where, and what to do."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row, or one cell of it, that cannot be used: what was found, and what is expected."""

    place: Place
    column: Text
    found: str
    expected: Text


@dataclass(frozen=True, slots=True)
class Column:
    """One column, and what its cells may hold.

    words      its heading; `headings` are others
    holds      "text", or what programs get: a "share" (0 to 1), "count", "day", "instant", "list"
    needed     a file without it is no such sheet; in a list of people's own, no cell is empty
    choices    the answers that are expected, with their words; `also`: what people write for them
               (`ok|yes`); `others`: what is none of them may mean something as well
    longest    characters of a name on one line; of a text with `lines`
    reads      what a text means; raises ValueError
    expected   what is said of a cell that cannot be used
    """

    words: Text
    holds: Literal["text", "share", "count", "day", "instant", "list"] = "text"
    editable: bool = False
    needed: bool = False
    choices: Mapping[Any, Text] = field(default_factory=dict)
    also: Mapping[str, str] = field(default_factory=dict)
    others: bool = False
    longest: int = 0
    lines: bool = False
    reads: Callable[[str], Any] | None = None
    expected: Text = A_TEXT
    headings: Sequence[str] = ()
    width: int = 18

    def value(self, said: str) -> Any:
        """What a cell says, None for an empty one; raises ValueError for what it may not hold."""
        if not said:
            return None
        if self.choices:
            return self._choice(said)
        if self.holds == "day":
            return as_day(int(said) if said.isdecimal() else said)
        if self.longest and (len(said) > self.longest or not (self.lines or said.isprintable())):
            raise ValueError(said)
        return self.reads(said) if self.reads else said

    def _choice(self, said: str) -> Any:
        for answer, words in self.choices.items():
            known = (answer, words.en, words.ja, *self.also.get(answer, "").split("|"))
            if plain(said) in map(plain, known):
                return answer
        raise ValueError(said)


@dataclass(frozen=True, slots=True)
class Line:
    """A row that came back: its cells as text by column, and by its stamp what it said once."""

    place: Place
    cells: Mapping[str, str]
    given: Mapping[str, str] = field(default_factory=dict)
    days: frozenset[str] = frozenset()  #: cells of which a spreadsheet made a day

    @property
    def number(self) -> int:
        """Its row, or which of a JSON array it is, from 1."""
        return self.place if isinstance(self.place, int) else int(self.place.strip("[]")) + 1

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def stands(self, column: str, *now: str | None) -> bool:
        """Whether a value, or several, are still what the row was given out with."""
        return self.given.get(column) == mark(*now)

    def state(self, column: str, now: str | None, **about: str | None) -> State | None:
        """What became of a cell; None where the stamp does not tell what it said.

        now    what the cell would say today
        about  what the row rests on, by its name in the stamp, as it is today
        """
        said = mark(self[column])
        if column not in self.given:
            return None
        if said in (self.given[column], mark(now)):
            return "unchanged"
        if not self[column]:
            return "blank"
        if not all(self.stands(name, value) for name, value in about.items()):
            return "stale"
        return "changed" if self.stands(column, now) else "conflict"


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of sheet.

    key       the columns that say what a row is about; `unknown` and `once` are said of a row
              about nothing that is known, and of the second about the same
    todo      said where a file lacks needed columns
    stamped   the parts of the stamp, in the order in which earlier versions wrote them
    bilingual headings in both languages, so that either office can work on it
    meaning   columns that are known by more than their words, by their heading
    sense     the columns that were found, as they are meant beside each other
    hints     how to work with it, on a page of their own
    own_rows  empty rows below, for what people add
    """

    columns: Mapping[str, Column]
    key: Key
    todo: Text
    unknown: Text = AS_IT_WAS
    once: Text = ONCE
    stamped: Sequence[str] = ()
    bilingual: bool = True
    meaning: Callable[[str], str | None] | None = None
    sense: Callable[[dict[str, int]], dict[str, int]] = dict
    hints: Sequence[Text] = ()
    own_rows: int = 0

    @property
    def is_list(self) -> bool:
        """Whether it is a list of people's own, to which they add rows."""
        return all(column.editable for column in self.columns.values() if column.needed)

    def heading(self, column: str) -> str:
        """What heads a column in the sheet that is given out."""
        words = self.columns[column].words
        return f"{words.en} / {words.ja}" if self.bilingual else column

    def words(self, column: str) -> Text:
        """What a column is called where people are told of it."""
        return self.columns[column].words

    def bad(
        self, line: Line, column: str, expected: Text | None = None, *, found: str | None = None
    ) -> BadRow:
        """A cell that cannot be used; `found` where more than the cell tells why."""
        known = self.columns[column]
        said = line[column] if found is None else found
        return BadRow(line.place, known.words, said, expected or known.expected)

    def values(self, line: Line, *columns: str) -> dict[str, Any] | BadRow:
        """What the cells of a row say, of some columns or all that people fill in; or the first
        that says what it may not."""
        made = {}
        for name in columns or [name for name, each in self.columns.items() if each.editable]:
            column = self.columns[name]
            if name in line.days and column.longest:
                return self.bad(line, name, AS_TEXT)
            try:
                made[name] = column.value(line[name])
            except ValueError:
                return self.bad(line, name)
            if made[name] is None and column.needed and self.is_list:
                return self.bad(line, name)
        return made

    def columns_of(self, cells: Sequence[object]) -> dict[str, int]:
        """Which column stands where, by headings in either language; the first of two counts."""
        known: dict[str, str] = {}
        for name, column in self.columns.items():
            both = f"{column.words.en} / {column.words.ja}"
            for each in (name, column.words.en, column.words.ja, both, *column.headings):
                known.setdefault(plain(each), name)
        found: dict[str, int] = {}
        for place, cell in enumerate(cells):
            heading = bare(text_of(cell))
            meant = known.get(plain(heading)) or (self.meaning(heading) if self.meaning else None)
            if meant:
                found.setdefault(meant, place)
        return self.sense(found)

    def lines(self, content: bytes, name: str) -> list[Line]:
        """The rows of the first table that has the needed columns, blank ones left out; headings
        may stand below others. Raises BadSheet."""
        if len(content) > LARGEST:
            raise BadSheet(_too_large(name))
        needed = [name for name, column in self.columns.items() if column.needed]
        try:
            for sheet, is_json in tables(content):
                rows = iter(sheet.rows)
                for head in islice(rows, LOOK):
                    columns = self.columns_of(head.cells)
                    if set(needed) <= columns.keys():
                        return [self._line(each, columns, is_json=is_json)
                                for each in rows if not each.is_blank]  # fmt: skip
        except SheetFault as fault:
            raise BadSheet(fault.said_of(name)) from fault
        raise BadSheet(_no_columns(name, [self.words(each) for each in needed], self.todo))

    def _line(self, row: Row, columns: Mapping[str, int], *, is_json: bool) -> Line:
        cells = {name: _at(row, place) for name, place in columns.items()}
        said = {name: _text(cell, is_json=is_json) for name, cell in cells.items()}
        place = f"[{row.number}]" if is_json else row.number
        days = frozenset(name for name, cell in cells.items() if isinstance(cell, date))
        return Line(place, said, self.given(said.get(STAMP, "")), days)

    def stamp(self, **parts: str) -> str:
        """What a row is given out with: marks of its cells, or what else it is known by."""
        return " ".join(f"{name}:{value}" for name, value in parts.items())

    def given(self, stamp: str) -> dict[str, str]:
        """The parts of a stamp. A cell that is no part of it was given out empty."""
        if not stamp:
            return {}
        if ":" in stamp:
            parts = (part.rpartition(":") for part in stamp.split())
            found = {name: value for name, _, value in parts}
        else:
            old = stamp.split(".")
            found = dict(zip(self.stamped, old, strict=True)) if len(old) == len(
                self.stamped) else {}  # fmt: skip
        empty = [each for each in self.columns if each not in self.stamped] if self.stamped else ()
        return dict.fromkeys(empty, NOTHING) | found if found else found

    def matched(
        self, lines: Iterable[Line], known: Mapping[Any, Thing], *, repeated: bool = False
    ) -> Iterator[tuple[Line, Thing] | BadRow]:
        """Each row with what it is about, once; what a spreadsheet made of an id (`0123` is 123)
        is understood where only one id is meant.

        repeated  there may be several rows about the same
        """
        alike: dict[Key, list[Key]] = {}
        for each in known:
            alike.setdefault(loose(each), []).append(each)
        seen: set[Key] = set()
        for line in lines:
            key = tuple(line[each] for each in self.key)
            like = [key] if key in known else alike.get(loose(key), [])
            if len(like) != 1:
                expected = SHORTENED if any(map(_is_short, key)) else self.unknown
                yield self.bad(line, self.key[-1], expected, found=" ".join(filter(None, key)))
            elif like[0] in seen and not repeated:
                yield self.bad(line, self.key[-1], self.once)
            else:
                seen.add(like[0])
                yield line, known[like[0]]


def plain(text: str) -> str:
    """A word as it is compared: without width, case and spaces around."""
    return " ".join(unicodedata.normalize("NFKC", text).split()).casefold()


def loose(key: Key) -> Key:
    """An id as it is compared where a spreadsheet may have made a number of it."""
    parts = (plain(each) for each in key)
    return tuple(each.lstrip("0") if each.isdecimal() else each for each in parts)


def _is_short(part: str) -> bool:
    try:
        as_code(part)
    except Shortened:
        return True
    return False


def _at(row: Row, place: int) -> Cell:
    return row.cells[place] if place < len(row.cells) else None


def _text(cell: Cell, *, is_json: bool) -> str:
    """A cell as it was typed; the apostrophe that kept a spreadsheet from running it is off."""
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    text = as_text(cell)
    return text if is_json else bare(text).strip()


def unusable(
    bad: Sequence[BadRow], limit: int | None, title: Text | None = None, note: Text | None = None
) -> Section:
    """Rows that cannot be used, and what is expected there."""
    if limit is not None and len(bad) > limit:
        en, ja = (f" {note.en}", note.ja) if note else ("", "")
        note = Text(f"{limit} of {len(bad):,} rows.{en}", f"全{len(bad):,}行のうち{limit}行。{ja}")
    columns = (Text("row", "行"), Text("column", "列"), Text("found", "内容"),
               Text("expected", "必要なもの"))  # fmt: skip
    rows = tuple((each.place, each.column, each.found, each.expected) for each in bad[:limit])
    return Section(title or UNUSABLE, columns, rows, (0,), note)


def _no_columns(name: str, columns: Sequence[Text], todo: Text) -> Text:
    en, ja = ", ".join(each.en for each in columns), "」「".join(each.ja for each in columns)
    return Text(
        f"{name} lacks the columns {en}. To do: {todo.en}",
        f"{name} に必要な列(「{ja}」)がありません。{todo.ja}",
    )


def _too_large(name: str) -> Text:
    return Text(
        f"{name}: larger than 64 MB; give it in several files",
        f"{name}: 64MBを超えています。いくつかのファイルに分けてください",
    )


UNUSABLE: Final = Text("Rows that cannot be used", "使えない行")
SHORTENED: Final = Text(
    en="all letters of the id: a spreadsheet kept only its first digits; use the .xlsx",
    ja="IDの全桁(表計算ソフトで桁が失われています。.xlsx の表をお使いください)",
)
AS_TEXT: Final = Text(
    en="text: a spreadsheet made a day of it; format the cell as text and type it again",
    ja="文字列(表計算ソフトで日付に変わっています。書式を「文字列」にして入力し直してください)",
)
