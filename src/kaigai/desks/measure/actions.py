"""Measure: bring shares up to date and answer from them; take in what people say of doubts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from kaigai.desks.measure import words
from kaigai.desks.measure.abroad import abroad, abroad_rows
from kaigai.desks.measure.answer import Answer
from kaigai.desks.measure.asked import (
    BYS,
    UNLISTED,
    By,
    Share,
    Wanted,
    by_month,
    calendar,
    days_of,
    shares,
)
from kaigai.desks.measure.decided import Bad, NoSheet, decided
from kaigai.desks.measure.export_share import export_share
from kaigai.desks.measure.labels import labels_of
from kaigai.desks.measure.reach import reach
from kaigai.desks.measure.territories import by_territory
from kaigai.desks.measure.ties import by_credit, counts, sheet_rows
from kaigai.facts.engine import Engine, arrow
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.identity.artists import artists
from kaigai.identity.meant import NoArtist, artists_meant
from kaigai.identity.whose import identified
from kaigai.terms.text import Language, Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

RESULTS = ("reach", "export_share")
#: Tables that shares are made from; newer ones make shares stale.
MADE_OF = ("usage_monthly", "reported", "identities", "deliveries")


class MeasureError(Exception):
    """What was asked cannot be answered; the text says what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def measure(facts: Facts, *, at: datetime) -> bool:
    """Bring `identities`, `reach` and `export_share` up to date; whether anything was written.

    Raises MeasureError where no plays or charts were read, StoreError.
    """
    if "usage_monthly" not in facts:
        raise MeasureError(NO_USAGE)
    if not _stale(facts):
        return False
    with facts.writing() as writing:
        if "identities" not in writing.seen:
            _tie(writing.seen, writing)
        engine = Engine(writing.seen)
        # Passed over as it is read: of large reports a copy would not fit into memory.
        usage = engine.view("usage_monthly")
        found = reach(usage, engine["reported"], engine.view("identities"))
        reached = engine.give("reach", found)
        shared = export_share(reached, usage)
        writing.write(Change("reach", arrow(reached), "replace"))
        writing.write(Change("export_share", arrow(shared), "replace"))
        writing.commit(at=at, what="home and overseas")
    return True


def _tie(facts: Facts, writing: Any) -> None:
    engine = Engine(facts)
    known = engine.give("artists", artists(engine))
    ties = arrow(identified(engine, home=facts.settings.home))
    writing.write(Change("artists", arrow(known), "replace"))
    writing.write(Change("identities", ties, "replace"))


def _stale(facts: Facts) -> bool:
    now = facts.commit.versions
    if any(name not in now for name in (*RESULTS, "identities")):
        return True
    made = facts.commit
    for commit in reversed(facts.history()):
        if commit.versions.get("export_share") != now["export_share"]:
            break
        made = commit
    return any(made.versions.get(name) != now.get(name) for name in MADE_OF)


def share(
    facts: Facts,
    *,
    at: datetime,
    artist: str | None = None,
    wanted: Wanted | None = None,
    after: date | None = None,
) -> Answer:
    """Home and overseas side by side; brings them up to date first.

    artist  a name in any spelling, or an id
    after   the month of a campaign, from which the half-life is told

    Raises MeasureError where nothing was read, an artist or a group is not known; StoreError.
    """
    wanted = wanted or Wanted()
    if wanted.by not in BYS:
        raise MeasureError(_no_group(wanted.by))
    measure(facts, at=at)
    engine = Engine(facts)
    if artist:
        try:
            wanted = replace(wanted, artists=artists_meant(_named(engine), artist))
        except NoArtist as error:
            raise MeasureError(error.text) from error
    return _answer(engine, wanted, after)


def _answer(engine: Engine, wanted: Wanted, after: date | None) -> Answer:
    shared, reached = engine.view("export_share"), engine.view("reach")
    labels = labels_of(engine) if wanted.by == "label" else None
    rows = by_month(shared, reached, labels, wanted).to_pyarrow().to_pylist()
    days = days_of(calendar(shared, wanted).to_pyarrow().to_pylist())
    found = shares(rows, days)
    places: tuple[dict[str, Any], ...] = ()
    if wanted.by == "territory":
        places = tuple(by_territory(reached, wanted).to_pyarrow().to_pylist())
    one = None
    if wanted.artists:
        covered = {key: sorted(months) for key, months in days.items()}
        one = abroad(abroad_rows(reached, wanted).to_pyarrow().to_pylist(), covered, after)
    ties = counts(engine.view("identities"), engine["reported"]).to_pyarrow().to_pylist()
    totals: dict[str, int] = {}
    for row in ties:
        totals[row["state"]] = totals.get(row["state"], 0) + row["things"]
    names = _names(engine, found, wanted.by)
    return Answer(wanted, tuple(found), tuple(rows), names, totals, places, one, after)


def _named(engine: Engine) -> "dict[str, ir.Table]":
    return {
        "artists": engine.view("artists"),
        "names": engine.view("names") if "names" in engine else engine.empty("names"),
    }


def _names(engine: Engine, found: Sequence[Share], by: By) -> dict[str, Text]:
    """What each group is called."""
    groups = {each.group for each in found}
    if by == "home":
        return {group: words.territory(group) for group in groups}
    if by == "label":
        return {group: words.NO_LABEL if not group else Text(group, group) for group in groups}
    if by != "artist":
        return {"": words.ALL}
    known = engine.view("artists")
    named = known.filter(known.artist_id.isin(sorted(groups) or [""]))
    rows = named.select("artist_id", "artist", "artist_latin").distinct().to_pyarrow().to_pylist()
    names = {
        row["artist_id"]: Text(row["artist_latin"] or row["artist"], row["artist"]) for row in rows
    }
    return names | {group: words.unlisted(group) for group in groups if group.startswith(UNLISTED)}


@dataclass(frozen=True, slots=True)
class Ties:
    """What is tied to whom: counts by method, and the ties that were asked for."""

    counts: tuple[dict[str, Any], ...]
    rows: tuple[dict[str, Any], ...]
    total: int

    def sheet(self, language: Language) -> pa.Table:
        """The ties as a sheet that a person fills in."""
        return sheet_rows(self.rows, language)


def whose(
    facts: Facts,
    *,
    at: datetime,
    artist: str | None = None,
    doubtful: bool = False,
    limit: int | None = None,
) -> Ties:
    """What is tied to whom and how, doubts first. Raises MeasureError, StoreError."""
    measure(facts, at=at)
    engine = Engine(facts)
    ties = engine.view("identities")
    reported = engine["reported"]
    counted = tuple(counts(ties, reported).to_pyarrow().to_pylist())
    if artist:
        try:
            ids = artists_meant(_named(engine), artist)
        except NoArtist as error:
            raise MeasureError(error.text) from error
        ties = ties.filter(ties.artist_id.isin(list(ids)))
    if doubtful:
        ties = ties.filter(ties.state == "doubt")
    rows = engine.materialised(
        by_credit(ties, reported, engine.view("usage_monthly"), engine.view("artists"))
    )
    shown = rows.limit(limit) if limit else rows
    total = rows.count().to_pyarrow().as_py()
    return Ties(counted, tuple(shown.to_pyarrow().to_pylist()), total)


@dataclass(frozen=True, slots=True)
class Answered:
    """What a sheet of answers did."""

    taken: int
    blank: int
    bad: tuple[Bad, ...]


def answer(facts: Facts, *, content: bytes, by: str, at: datetime) -> Answered:
    """Take in a sheet of answers to doubts; who gave them, and when, is kept.

    Good rows are kept where others are bad. Raises MeasureError for no such sheet, StoreError.
    """
    if "usage_monthly" not in facts:
        raise MeasureError(NO_USAGE)
    engine = Engine(facts)
    ties = engine.view("identities")
    rows = by_credit(
        ties.filter(ties.credit.notnull()),
        engine["reported"],
        engine.view("usage_monthly"),
        engine.view("artists"),
    )
    pairs = rows.select("credit", "artist_id").distinct().to_pyarrow().to_pylist()
    asked = {(row["credit"], row["artist_id"]) for row in pairs}
    try:
        found = decided(content, asked, {row["artist_id"] for row in pairs})
    except NoSheet as error:
        raise MeasureError(error.text) from error
    if found.answers:
        schema = TABLES["identity_answers"].arrow_schema()
        told = [{**each, "by": by, "at": at} for each in found.answers]
        with facts.writing() as writing:
            writing.write(Change("identity_answers", pa.Table.from_pylist(told, schema=schema)))
            _tie(writing.seen, writing)
            writing.commit(at=at, what=f"{len(told)} answers by {by}")
    return Answered(len(found.answers), found.blank, tuple(found.bad))


def _no_group(by: str) -> Text:
    return Text(
        en=f"nothing is grouped by {by}; there are: {', '.join(BYS)}",
        ja=f"{by} では集計できません。指定できるのは {'、'.join(BYS)} です",
    )


NO_USAGE = Text(
    en="no plays or charts were read yet; read a report, a chart or a list of plays first: "
    "kaigai read PATH",
    ja="再生数やチャートがまだ読み込まれていません。"
    "先に kaigai read PATH でレポートなどを読み込んでください",
)
