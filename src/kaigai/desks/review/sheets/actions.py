"""Review sheets: give one out, and take one in with what reviewers decided."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from kaigai.desks.review import rows
from kaigai.desks.review.rows import SLOT
from kaigai.desks.review.scope import ReviewError, kinds_of, of_artist, opened
from kaigai.desks.review.sheets.columns import FORM
from kaigai.desks.review.sheets.open_rows import open_rows
from kaigai.desks.review.sheets.result import TakenIn
from kaigai.desks.review.sheets.verdicts import Judged, Verdict, decision, judged
from kaigai.desks.review.slot_state import board
from kaigai.desks.review.slots import slots_of
from kaigai.desks.review.translation import lookup
from kaigai.desks.review.translation.glossary import violations
from kaigai.facts.engine import DUCKDB, Engine
from kaigai.facts.form_file import FormSheet
from kaigai.facts.store import Facts
from kaigai.formats.sheets.form import Line
from kaigai.identity.names.slots import slot_of
from kaigai.terms.text import Language, Text

LONGEST_NAME = 200  #: characters of a reviewer's name


def give_out(
    facts: Facts,
    *,
    language: Language = "en",
    kinds: Sequence[str] = (),
    languages: str | None = None,
    artist: str | None = None,
    engine: str = DUCKDB,
) -> FormSheet:
    """The open suggestions as a sheet for reviewers; raises ReviewError where none was made."""
    tables = opened(facts, engine)
    if "suggestions" not in tables:
        raise ReviewError(NOTHING_SUGGESTED)
    listed = board(tables)
    listed = listed.filter(listed.subject_kind.isin(kinds_of(kinds)))
    if languages:
        listed = listed.filter(listed.slot.isin(slots_of(languages)))
    listed = of_artist(tables, listed, artist)
    made = open_rows(
        listed.to_pyarrow().to_pylist(),
        rows.current(tables["suggestions"]).to_pyarrow().to_pylist(),
        _rejected(tables),
        language,
    )
    return FormSheet(FORM, tuple(made), language)


def take_in(
    facts: Facts,
    *,
    data: bytes,
    at: datetime,
    by: str,
    sheet: str,
    out: str = "",
    overturn: bool = False,
    dry_run: bool = False,
) -> TakenIn:
    """Make decisions of what reviewers wrote into a sheet.

    Where somebody decided meanwhile, or the original has changed, nothing is overwritten: such
    rows are told, and kept in `reviews`. `overturn` decides against others' decisions, but never
    for an original that is no longer there. Raises ReviewError, BadSheet, StoreError.
    """
    name = " ".join(by.split())
    if not name or len(name) > LONGEST_NAME:
        raise ReviewError(WHO)
    if out:
        raise ReviewError(NO_CAPTIONS)
    opened(facts)
    found = FORM.lines(data, sheet)
    if dry_run:
        return _judged(Engine(facts), found, name, overturn=overturn, is_dry=True)

    def judge(now: Facts) -> tuple[TakenIn, dict[str, list[dict[str, Any]]]]:
        made = _judged(Engine(now), found, name, overturn=overturn)
        return made, _decided(made.judged, at=at, by=name, sheet=sheet)

    return facts.decide(judge)


def _judged(
    engine: Engine, found: Sequence[Line], by: str, *, overturn: bool, is_dry: bool = False
) -> TakenIn:
    places = {"|".join(row[each] for each in SLOT): row for row in _board(engine)}
    every = {row["suggestion_id"]: row for row in _suggestions(engine)}
    made = judged(found, places, every, overturn=overturn)
    return TakenIn(made, tuple(_warnings(engine, made)), by, is_dry)


def _decided(
    made: Judged, *, at: datetime, by: str, sheet: str
) -> dict[str, list[dict[str, Any]]]:
    """What is decided about names, and what was said of each suggestion, as rows."""
    who = {"by": by, "at": at}
    names = [{**decision(each), **who} for each in made.of("approved", "changed", "rejected")]
    told = [{**_review(each), **who, "sheet": sheet} for each in made.verdicts]
    return {"name_decisions": names, "reviews": told}


def _review(verdict: Verdict) -> dict[str, Any]:
    row = verdict.row
    return {
        **{name: row[name] for name in SLOT},
        "suggestion_id": verdict.line.given["from"],
        "outcome": verdict.outcome,
        "said": verdict.text,
        "now": row["now"],
        "source_text": verdict.line["original"],
        "note": verdict.line["note"] or None,
    }


def _warnings(engine: Engine, made: Judged) -> list[tuple[Verdict, tuple[str, ...]]]:
    """Approved forms without the words that the glossary asks for."""
    of = lookup.glossaries(lookup.terms(engine, lookup.same_artists(engine)))
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


NOTHING_SUGGESTED = Text(
    en="nothing was suggested yet; start with: kaigai localise suggest",
    ja="まだ案がありません。まず kaigai localise suggest を実行してください",
)
NO_CAPTIONS = Text(
    en="only a sheet of captions becomes a file; name the captions that it is of with --captions",
    ja="ファイルになるのは字幕のシートだけです。もとの字幕を --captions で指定してください",
)
WHO = Text(
    en="say who decides: --by NAME (a name of 200 characters at most)",
    ja="誰の判断かを --by 名前 で指定してください(200文字以内)",
)
