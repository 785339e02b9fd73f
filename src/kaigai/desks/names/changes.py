"""What a sheet that came back changes: decisions, conflicts, and rows that cannot be used."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kaigai.desks.names.sheet import FORM, NOW, is_name
from kaigai.formats.sheets.form import AS_TEXT, BadRow, Column, Line, Place
from kaigai.identity.names.pivot import JOINT
from kaigai.identity.names.slots import (
    ENGLISH,
    LATIN,
    READING,
    SHORT,
    TRANSLATED,
    decided,
    slot_words,
)
from kaigai.terms.languages import contradicts
from kaigai.terms.scripts import script_of, scripts_in
from kaigai.terms.text import Text

REJECT: Final = "-"  #: written into a cell, it says that the name there is wrong
NAME: Final[Column] = FORM.columns[LATIN]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that was changed in the sheet, and in the registry since it was given out."""

    place: Place
    id: str
    original: str
    slot: str
    theirs: str  #: what the sheet says
    ours: str | None  #: what the registry says now


@dataclass(slots=True)
class Changes:
    """What came of a sheet; `decisions` are rows of `name_decisions` without who and when."""

    decisions: list[dict[str, Any]] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    unchanged: int = 0  #: cells that say what they said
    emptied: int = 0  #: cells that were emptied, and change nothing


def changes(lines: Iterable[Line], known: Mapping[tuple[str, str], Mapping[str, Any]]) -> Changes:
    """Compare a sheet with the registry as it is now; `known` has its rows by kind and id.

    Only a cell that no longer says what it did when the sheet was given out is a decision. Where
    the registry has changed as well, it is a conflict, and nothing is overwritten.
    """
    made = Changes()
    for found in FORM.matched(lines, known):
        if isinstance(found, BadRow):
            made.bad.append(found)
            continue
        line, row = found
        for slot in filter(is_name, line.cells):
            _cell(made, line, slot, row)
    return made


def _cell(made: Changes, line: Line, slot: str, row: Mapping[str, Any]) -> None:
    said, now = line[slot], row.get(NOW if slot.startswith(TRANSLATED) else slot)
    state = line.state(slot, now)
    if state is None:
        made.bad.append(BadRow(line.place, slot_words(slot), said, STAMPED))
    elif state == "unchanged":
        made.unchanged += 1
    elif state == "blank":
        made.emptied += 1
    elif state == "conflict":
        original = row.get("original") or row["subject_id"]
        made.conflicts.append(Conflict(line.place, row["subject_id"], original, slot, said, now))
    elif wrong := AS_TEXT if slot in line.days else _wrong(slot, said):
        made.bad.append(BadRow(line.place, slot_words(slot), said, wrong))
    else:
        made.decisions += _decisions(slot, said, row, now)


def _decisions(
    slot: str, said: str, row: Mapping[str, Any], now: str | None
) -> list[dict[str, Any]]:
    """One decision for a name; for short forms one for each that came or went."""
    if slot == SHORT:
        new, old = _several(said), _several(now)
        told = [(text, "approved") for text in new if text not in old and text != REJECT]
        told += [(text, "rejected") for text in old if text not in new]
    elif said == REJECT:
        told = [(now, "rejected")] if now else []
    else:
        told = [(said, "approved")]
    role, language = decided(slot, row.get("script"))
    return [
        {
            "subject_kind": row["subject_kind"],
            "subject_id": row["subject_id"],
            "text": text,
            "language": language,
            "role": role,
            "status": status,
            "is_locked": status == "approved",
            "based_on": row.get("original"),
        }
        for text, status in told
    ]


def _several(cell: str | None) -> list[str]:
    return [part.strip() for part in (cell or "").split(JOINT.strip()) if part.strip()]


def _wrong(slot: str, said: str) -> Text | None:
    """What is expected where a name cannot be what its column says."""
    if said == REJECT:
        return None
    try:
        NAME.value(said)
    except ValueError:
        return NAME.expected
    if slot == READING and (not scripts_in(said) or contradicts("ja-Hrkt", said)):
        return KANA
    if slot in (LATIN, ENGLISH) and script_of(said) not in ("Latn", "Zyyy"):
        return LATIN_LETTERS
    if slot.startswith(TRANSLATED) and contradicts(slot.removeprefix(TRANSLATED), said):
        return OF_LANGUAGE
    return None


STAMPED = Text(
    en="the column “stamp” as it was given out; export the sheet anew: kaigai names --out FILE",
    ja="書き出したままの照合用の列。kaigai names --out FILE で書き出し直してください",
)
KANA = Text("a reading in kana", "かな(読み)")
LATIN_LETTERS = Text("a name in Latin letters", "ラテン文字の表記")
OF_LANGUAGE = Text("a name in the script of that language", "その言語の文字による表記")
