"""The verbs of review sheets: give one out, and take one in with what reviewers decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pyarrow as pa

from kaigai.desks.review import rows
from kaigai.desks.review.rows import SLOT
from kaigai.desks.review.scope import ReviewError, kinds_of, opened, parties_of
from kaigai.desks.review.sheets.book import workbook
from kaigai.desks.review.sheets.columns import (
    COLUMNS,
    EDITABLE,
    answers,
    columns_of,
    heading,
)
from kaigai.desks.review.sheets.hints import HINTS
from kaigai.desks.review.sheets.open_rows import given
from kaigai.desks.review.sheets.result import TakenIn
from kaigai.desks.review.sheets.verdicts import Judged, Verdict, decision, judged
from kaigai.desks.review.slot_state import board
from kaigai.desks.review.slots import NoLanguage, slots_of
from kaigai.desks.review.translation import lookup as known
from kaigai.desks.review.translation.glossary import violations
from kaigai.desks.review.translation.grids import Line, lines
from kaigai.facts.engine import Engine
from kaigai.facts.store import Change, Facts, Writing
from kaigai.facts.table import TABLES
from kaigai.formats.sheets.fault import SheetFault
from kaigai.identity.names.slots import slot_of
from kaigai.terms.text import Language, Text

NEEDED = ("id", "suggestion", "decision", "approved", "stamp")
LONGEST_NAME = 200  #: characters of a reviewer's name


@dataclass(frozen=True, slots=True)
class Sheet:
    """A review sheet: its rows, and what they are in each file format."""

    rows: tuple[Mapping[str, Any], ...]
    language: Language

    def xlsx(self) -> bytes:
        """As a workbook with locked columns and a list of answers."""
        return workbook(
            self.rows,
            columns=COLUMNS,
            headings=[heading(name) for name in COLUMNS],
            editable=EDITABLE,
            choices={"decision": answers(self.language)},
            hints=HINTS,
            language=self.language,
        )

    def arrow(self) -> pa.Table:
        """As a table, for CSV and JSON."""
        arrays = [
            pa.array(
                [row[name] for row in self.rows],
                pa.float64() if name == "confidence" else pa.string(),
            )
            for name in COLUMNS
        ]
        return pa.Table.from_arrays(arrays, names=[heading(name) for name in COLUMNS])


def give_out(
    facts: Facts,
    *,
    language: Language = "en",
    kinds: Sequence[str] = (),
    languages: str | None = None,
    artist: str | None = None,
) -> Sheet:
    """The open suggestions as a sheet for reviewers; raises ReviewError where none is open."""
    engine = opened(facts)
    if "suggestions" not in engine:
        raise ReviewError(NOTHING_SUGGESTED)
    listed = board(engine)
    listed = listed.filter(listed.subject_kind.isin(kinds_of(kinds)))
    if languages:
        listed = listed.filter(listed.slot.isin(_slots(languages)))
    parties = parties_of(engine, artist)
    if parties is not None:
        same = known.same_artists(engine)
        ids = {*parties, *(same.get(each, each) for each in parties)}
        listed = listed.filter(listed.artist_id.isin(sorted(ids)))
    made = given(
        listed.to_pyarrow().to_pylist(),
        rows.current(engine["suggestions"]).to_pyarrow().to_pylist(),
        _rejected(engine),
        language,
    )
    return Sheet(tuple(made), language)


def take_in(
    facts: Facts,
    data: bytes,
    *,
    at: datetime,
    by: str,
    sheet: str,
    overturn: bool = False,
    dry_run: bool = False,
) -> TakenIn:
    """Make decisions of what reviewers wrote into a sheet.

    Where somebody decided meanwhile, or the original has changed, nothing is overwritten: such
    rows are told, and kept in `reviews`. `overturn` decides against others' decisions, but never
    for an original that is no longer there. Raises ReviewError, StoreError.
    """
    name = " ".join(by.split())
    if not name or len(name) > LONGEST_NAME:
        raise ReviewError(WHO)
    opened(facts)
    try:
        found = lines(data, columns_of, NEEDED, [heading(each) for each in NEEDED], TODO)
    except SheetFault as error:
        raise ReviewError(_fault(sheet, error)) from error
    if dry_run:
        return _judged(Engine(facts), found, name, overturn=overturn, is_dry=True)
    with facts.writing() as writing:
        # Judged under the lock: nobody else decides between the look and the decision.
        made = _judged(Engine(writing.facts), found, name, overturn=overturn)
        if made.judged.verdicts:
            _write(writing, made.judged, at=at, by=name, sheet=sheet)
    return made


def _judged(
    engine: Engine, found: Sequence[Line], by: str, *, overturn: bool, is_dry: bool = False
) -> TakenIn:
    places = {"|".join(row[each] for each in SLOT): row for row in _board(engine)}
    every = {row["suggestion_id"]: row for row in _suggestions(engine)}
    made = judged(found, places, every, overturn=overturn)
    return TakenIn(made, tuple(_warnings(engine, made)), by, is_dry)


def _write(writing: Writing, made: Judged, *, at: datetime, by: str, sheet: str) -> None:
    who = {"by": by, "at": at}
    decided = [{**decision(each), **who} for each in made.of("approved", "changed", "rejected")]
    told = [{**_review(each), **who, "sheet": sheet} for each in made.verdicts]
    for table, new in (("name_decisions", decided), ("reviews", told)):
        if new:
            schema = TABLES[table].arrow_schema()
            writing.write(Change(table, pa.Table.from_pylist(new, schema=schema)))
    writing.commit(at=at, what=f"review by {by}: {len(decided)} decisions")


def _review(verdict: Verdict) -> dict[str, Any]:
    row = verdict.row
    return {
        **{name: row[name] for name in SLOT},
        "suggestion_id": verdict.line["stamp"].rpartition(".")[2],
        "outcome": verdict.outcome,
        "said": verdict.text,
        "now": row["now"],
        "source_text": verdict.line["original"],
        "note": verdict.line["note"] or None,
    }


def _warnings(engine: Engine, made: Judged) -> list[tuple[Verdict, tuple[str, ...]]]:
    """Approved forms without the words that the glossary asks for."""
    of = known.glossaries(known.terms(engine, known.same_artists(engine)))
    found = []
    for each in made.of("approved", "changed"):
        row = each.row
        terms = of(row["language"], row["artist_id"] or "").find(row["original"], whole=False)
        if missing := violations(terms, each.text):
            found.append((each, tuple(missing)))
    return found


def _board(engine: Engine) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = board(engine).to_pyarrow().to_pylist()
    return found


def _suggestions(engine: Engine) -> list[dict[str, Any]]:
    if "suggestions" not in engine:
        return []
    found: list[dict[str, Any]] = engine["suggestions"].to_pyarrow().to_pylist()
    return found


def _rejected(engine: Engine) -> frozenset[tuple[str, str, str, str]]:
    """Slots with the texts that people rejected and did not approve since."""
    if "name_decisions" not in engine:
        return frozenset()
    given_ = engine["name_decisions"]
    rows_ = given_.mutate(slot=slot_of(given_)).filter(lambda t: t.slot.notnull())
    last = rows_.group_by(*SLOT, "text").agg(status=rows_.status.argmax(rows_["at"]))
    found = last.filter(last.status == "rejected").select(*SLOT, "text").to_pyarrow().to_pylist()
    return frozenset(tuple(row.values()) for row in found)


def _slots(languages: str) -> list[str]:
    try:
        return slots_of(languages)
    except NoLanguage as error:
        raise ReviewError(error.text) from error


def _fault(sheet: str, error: SheetFault) -> Text:
    return Text(
        en=f"{sheet}, {error.place}: {error.found}; expected {error.expected.en}. "
        f"To do: {error.todo.en}",
        ja=f"{sheet} の {error.place}: {error.found}。必要なのは{error.expected.ja}です。"
        f"{error.todo.ja}",
    )


TODO = Text(
    en="import a sheet that was given out with: kaigai localise export --to FILE",
    ja="kaigai localise export --to FILE で書き出したシートを取り込んでください",
)
NOTHING_SUGGESTED = Text(
    en="nothing was suggested yet; start with: kaigai localise suggest",
    ja="まだ案がありません。まず kaigai localise suggest を実行してください",
)
WHO = Text(
    en="say who decides: --by NAME (a name of 200 characters at most)",
    ja="誰の判断かを --by 名前 で指定してください(200文字以内)",
)
