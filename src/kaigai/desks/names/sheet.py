"""The registry as a sheet that people fill in, and which of its columns hold a name."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from kaigai.facts.form_file import FormSheet
from kaigai.formats.sheets.form import STAMP, STAMP_WORDS, Column, Form
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
from kaigai.terms.text import Language, Text

#: What a person may change; everything else only tells what the row is about.
EDITABLE: Final = (READING, LATIN, ENGLISH, SHORT)
NOW: Final = "translated"  #: the registry's column of names in the language that was asked for
PLAIN: Final = Text("a name on one line, of 1,000 characters at most", "1行・1,000文字以内の名称")


def _name(words: Text) -> Column:
    return Column(words, editable=True, longest=1_000, expected=PLAIN)


FORM: Final = Form(
    {
        "kind": Column(Text("kind", "種類"), needed=True, headings=("subject_kind",)),
        "id": Column(Text("id", "ID"), needed=True, headings=("subject_id",)),
        "artist": Column(Text("artist", "アーティスト")),
        ORIGINAL: Column(SLOT_WORDS[ORIGINAL]),
        **{slot: _name(SLOT_WORDS[slot]) for slot in EDITABLE},
        "suggestion": Column(Text("suggestion", "候補")),
        "confidence": Column(Text("confidence", "確信度"), holds="share"),
        "suggested_by": Column(Text("suggested by", "候補の出どころ")),
        "source": Column(Text("from", "出どころ")),
        "locked": Column(Text("locked", "固定")),
        STAMP: Column(STAMP_WORDS, needed=True),
    },
    key=("kind", "id"),
    stamped=EDITABLE,
    todo=Text(
        en="give a sheet that `kaigai names --out` made",
        ja="kaigai names --out で書き出した表をお使いください",
    ),
    unknown=Text(
        en="kind and id of a row as it was given out: the workspace knows no such thing",
        ja="書き出したときのままの種類とID(このワークスペースにはありません)",
    ),
    meaning=lambda heading: _language(heading),
)


def form_of(language: str | None) -> Form:
    """The sheet, with a column for names in a language."""
    if not language:
        return FORM
    slot = TRANSLATED + language
    words = slot_words(slot)
    column = _name(Text(words.en, f"{words.ja} [{language}]"))
    ordered: dict[str, Column] = {}
    for name, each in FORM.columns.items():
        ordered |= {name: each, slot: column} if name == SHORT else {name: each}
    return replace(FORM, columns=ordered)


def is_name(column: str) -> bool:
    """Whether a column holds what people decide."""
    return column in EDITABLE or column.startswith(TRANSLATED)


def _language(heading: str) -> str | None:
    given = heading.strip()
    if given.endswith("]"):
        given = TRANSLATED + given.rpartition("[")[2][:-1]
    tag = canonical(given.removeprefix(TRANSLATED)) if given.startswith(TRANSLATED) else None
    return TRANSLATED + tag if tag else None


def sheet_of(rows: Iterable[Mapping[str, Any]], tag: str | None, language: Language) -> FormSheet:
    """Registry rows as the sheet, each with its stamp; with the names in the language `tag`."""
    other = {TRANSLATED + tag: NOW} if tag else {}
    made = [
        {
            **row,
            **{slot: row.get(now) for slot, now in other.items()},
            "kind": row["subject_kind"],
            "id": row["subject_id"],
            "source": row.get("latin_source"),
            "locked": ", ".join(each for each in EDITABLE if row.get(f"{each}_locked")) or None,
            STAMP: stamp(row, tag),
        }
        for row in rows
    ]
    return FormSheet(form_of(tag), made, language)


def stamp(row: Mapping[str, Any], language: str | None = None) -> str:
    """What the cells of a row held when it was given out, in a few letters."""
    marks = {slot: mark(row.get(slot)) for slot in EDITABLE}
    if language:
        marks[TRANSLATED + language] = mark(row.get(NOW))
    return FORM.stamp(**marks)
