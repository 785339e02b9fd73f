"""The registry as a sheet that people fill in: its columns, and marks that tell what changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pyarrow as pa

from kaigai.formats.sheets.mark import mark
from kaigai.identity.names.slots import (
    ENGLISH,
    LATIN,
    ORIGINAL,
    READING,
    SHORT,
    SLOT_WORDS,
    TRANSLATED,
    slot_words,
)
from kaigai.terms.languages import canonical
from kaigai.terms.text import Text

#: What a person may change; everything else only tells what the row is about.
EDITABLE: Final = (READING, LATIN, ENGLISH, SHORT)
REJECT: Final = "-"  #: written into a cell, it says that the name there is wrong

HEADINGS: Final[Mapping[str, Text]] = {
    "kind": Text("kind", "種類"),
    "id": Text("id", "ID"),
    "artist": Text("artist", "アーティスト"),
    **SLOT_WORDS,
    "source": Text("from", "出どころ"),
    "suggestion": Text("suggestion", "候補"),
    "confidence": Text("confidence", "確信度"),
    "suggested_by": Text("suggested by", "候補の出どころ"),
    "locked": Text("locked", "固定"),
    "stamp": Text("stamp (leave as it is)", "照合用(変更不可)"),
}
COLUMNS: Final = (
    "kind", "id", "artist", ORIGINAL, READING, LATIN, ENGLISH, SHORT, "translated",
    "suggestion", "confidence", "suggested_by", "source", "locked", "stamp",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet that came back: whose it is, and what its cells say."""

    number: int
    kind: str
    id: str
    cells: Mapping[str, str]  #: slot to text, only those the sheet has a column for
    stamp: Mapping[str, str]


def heading(column: str, language: str | None = None) -> str:
    """A column's heading in both languages, so that either office can work on the sheet."""
    if column == "translated" and language:
        words = slot_words(TRANSLATED + language)
        return f"{words.en} / {words.ja} [{language}]"
    words = HEADINGS[column]
    return f"{words.en} / {words.ja}"


def to_arrow(rows: Iterable[Mapping[str, Any]], language: str | None) -> pa.Table:
    """Registry rows as the sheet that is given out; each with its stamp."""
    columns = [name for name in COLUMNS if name != "translated" or language]
    lines = [_line(row, language) for row in rows]
    arrays = [
        pa.array(
            [line[name] for line in lines],
            pa.float64() if name == "confidence" else pa.string(),
        )
        for name in columns
    ]
    return pa.Table.from_arrays(arrays, names=[heading(name, language) for name in columns])


def _line(row: Mapping[str, Any], language: str | None) -> dict[str, Any]:
    return {
        **{name: row.get(name) for name in (*EDITABLE, ORIGINAL, "translated", "artist")},
        "kind": row["subject_kind"],
        "id": row["subject_id"],
        "suggestion": row.get("suggestion"),
        "confidence": row.get("confidence"),
        "suggested_by": row.get("suggested_by"),
        "source": row.get("latin_source"),
        "locked": ", ".join(name for name in EDITABLE if row.get(f"{name}_locked")) or None,
        "stamp": stamp(row, language),
    }


def stamp(row: Mapping[str, Any], language: str | None = None) -> str:
    """What the cells of a row held when it was given out, in a few letters."""
    marks = [f"{slot}:{mark(row.get(slot))}" for slot in EDITABLE]
    if language:
        marks.append(f"{TRANSLATED}{language}:{mark(row.get('translated'))}")
    return " ".join(marks)


def columns_of(headings: Sequence[str]) -> dict[str, int]:
    """Which column stands where, by its heading in either language."""
    found: dict[str, int] = {}
    for place, given in enumerate(headings):
        name = _column(given)
        if name:
            found.setdefault(name, place)
    return found


def _column(given: str) -> str | None:
    plain = " ".join(given.split()).casefold()
    if plain.endswith("]") and "[" in plain:
        tag = canonical(plain.rpartition("[")[2].rstrip("]"))
        return TRANSLATED + tag if tag else None
    for name, words in HEADINGS.items():
        both = f"{words.en} / {words.ja}".casefold()
        if plain in (both, words.en.casefold(), words.ja.casefold(), name):
            return name
    return None


def lines(rows: Iterable[tuple[int, Sequence[Any]]], columns: Mapping[str, int]) -> Iterator[Line]:
    """The rows of a sheet that came back; blank ones are left out."""
    for number, cells in rows:
        values = {name: _text(cells, place) for name, place in columns.items()}
        if not any(values.values()):
            continue
        marks = (part.rpartition(":") for part in values.get("stamp", "").split())
        yield Line(
            number,
            values.get("kind", ""),
            values.get("id", ""),
            {name: text for name, text in values.items() if _is_editable(name)},
            {slot: value for slot, _, value in marks},
        )


def _is_editable(name: str) -> bool:
    return name in EDITABLE or name.startswith(TRANSLATED)


def _text(cells: Sequence[Any], place: int) -> str:
    """A cell as it was typed; the apostrophe that kept a spreadsheet from running it is off."""
    value = cells[place] if place < len(cells) else None
    if value is None:
        return ""
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    text = text.strip()
    return text[1:] if text[:1] == "'" and text[1:2] in "=+-@\t＝＋－＠" and text[1:] else text
