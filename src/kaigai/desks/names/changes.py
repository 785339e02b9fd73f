"""What a sheet that came back changes: decisions, conflicts, and rows that cannot be used."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kaigai.desks.names.sheet import EDITABLE, REJECT, Line
from kaigai.formats.sheets.mark import mark
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

LONGEST: Final = 1_000  #: characters of a name


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that was changed in the sheet, and in the registry since it was given out."""

    row: int
    id: str
    original: str
    slot: str
    theirs: str  #: what the sheet says
    ours: str | None  #: what the registry says now


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row, or one cell of it, that cannot be used: what was found, and what is expected."""

    row: int
    column: Text
    found: str
    expected: Text


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
    made, seen = Changes(), set()
    for line in lines:
        key = (line.kind, line.id)
        row = known.get(key)
        if row is None:
            made.bad.append(BadRow(line.number, ID, f"{line.kind} {line.id}".strip(), KNOWN_ID))
        elif key in seen:
            made.bad.append(BadRow(line.number, ID, line.id, ONCE))
        else:
            seen.add(key)
            for slot, said in line.cells.items():
                _cell(made, line, slot, said, row)
    return made


def _cell(made: Changes, line: Line, slot: str, said: str, row: Mapping[str, Any]) -> None:
    before = line.stamp.get(slot)
    now = row.get("translated" if slot.startswith(TRANSLATED) else slot)
    if before is None:
        made.bad.append(BadRow(line.number, slot_words(slot), said, STAMPED))
    elif mark(said) in (before, mark(now)):
        made.unchanged += 1
    elif not said:
        made.emptied += 1
    elif mark(now) != before:
        made.conflicts.append(
            Conflict(line.number, line.id, row.get("original") or line.id, slot, said, now)
        )
    elif wrong := _wrong(slot, said):
        made.bad.append(BadRow(line.number, slot_words(slot), said, wrong))
    else:
        made.decisions += _decisions(line, slot, said, row, now)


def _decisions(
    line: Line, slot: str, said: str, row: Mapping[str, Any], now: str | None
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
            "subject_kind": line.kind,
            "subject_id": line.id,
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
    if len(said) > LONGEST or not said.isprintable():
        return PLAIN
    if slot == READING and (not scripts_in(said) or contradicts("ja-Hrkt", said)):
        return KANA
    if slot in (LATIN, ENGLISH) and script_of(said) not in ("Latn", "Zyyy"):
        return LATIN_LETTERS
    if slot.startswith(TRANSLATED) and contradicts(slot.removeprefix(TRANSLATED), said):
        return OF_LANGUAGE
    return None


ID = Text("id", "ID")
KNOWN_ID = Text(
    en="kind and id of a row as it was given out: the workspace knows no such thing",
    ja="書き出したときのままの種類とID(このワークスペースにはありません)",
)
ONCE = Text("each subject in one row: this is its second", "対象ひとつにつき一行(二行目です)")
STAMPED = Text(
    en="the column “stamp” as it was given out; export the sheet anew: kaigai names --out FILE",
    ja="書き出したままの照合用の列。kaigai names --out FILE で書き出し直してください",
)
KANA = Text("a reading in kana", "かな(読み)")
LATIN_LETTERS = Text("a name in Latin letters", "ラテン文字の表記")
OF_LANGUAGE = Text("a name in the script of that language", "その言語の文字による表記")
PLAIN = Text("a name on one line, of 1,000 characters at most", "1行・1,000文字以内の名称")

assert set(EDITABLE) == {READING, LATIN, ENGLISH, SHORT}
