"""Measure: bring shares up to date and answer from them; take in what people say of doubts."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from kaigai.desks.measure.answer_sheet import FORM, Pair, decided, sheet_of
from kaigai.desks.measure.result import Shares
from kaigai.desks.measure.run_query import answered, series, tied
from kaigai.desks.measure.share_query import BYS, Wanted
from kaigai.desks.measure.ties import by_credit
from kaigai.facts.engine import DUCKDB, Engine, arrow
from kaigai.facts.form_file import FormSheet
from kaigai.facts.sql_cache import Warm, warm
from kaigai.facts.store import Change, Facts, Locked
from kaigai.facts.writing import Writing
from kaigai.formats.sheets.form import BadRow
from kaigai.identity.find_artist import find_artist
from kaigai.terms.text import Language, Refused, Text

RESULTS = ("reach", "export_share")
#: Tables that shares are made from; newer ones make shares stale.
MADE_OF = ("usage_monthly", "reported", "identities", "deliveries")


class MeasureError(Refused):
    """What was asked cannot be answered; the text says what to do."""


def measure(
    facts: Facts, *, at: datetime, engine: str = DUCKDB, wait_seconds: float | None = None
) -> bool:
    """Bring `identities`, `reach` and `export_share` up to date; whether anything was written.

    Raises MeasureError where no plays or charts were read, StoreError.
    """
    if "usage_monthly" not in facts:
        raise MeasureError(NO_USAGE)
    if not _stale(facts):
        return False
    from kaigai.desks.measure.export_share import export_share
    from kaigai.desks.measure.reach import reach

    with facts.writing(wait_seconds) as writing:
        if "identities" not in writing.seen or _newly_answered(writing.facts):
            _tie(writing.seen, writing, engine)
        running = Engine(writing.seen, engine)
        # Passed over as it is read: of large reports a copy would not fit into memory.
        usage = running.view("usage_monthly")
        reached = reach(usage, running["reported"], running.view("identities"))
        shared = export_share(reached, usage).order_by("artist_id", "month")
        writing.write(Change("reach", arrow(reached), "replace"))
        writing.write(Change("export_share", arrow(shared), "replace"))
        writing.commit(at=at, what="home and overseas")
    return True


def _tie(facts: Facts, writing: Writing, engine: str) -> None:
    from kaigai.identity.artists import artists
    from kaigai.identity.attribution import identified

    running = Engine(facts, engine)
    known = running.give("artists", artists(running))
    ties = arrow(identified(running, home=facts.settings.home))
    writing.write(Change("artists", arrow(known), "replace"))
    writing.write(Change("identities", ties, "replace"))


def _newly_answered(facts: Facts) -> bool:
    """Whether people said whose plays something is since ties were last brought up to date."""
    return facts.decisions.newest("identity_answers") > facts.commit.decided.get("identities", 0)


def _stale(facts: Facts) -> bool:
    now = facts.commit.versions
    if any(name not in now for name in (*RESULTS, "identities")) or _newly_answered(facts):
        return True
    made = facts.history().made("export_share")
    return made is None or any(made.versions.get(name) != now.get(name) for name in MADE_OF)


def share(
    facts: Facts,
    *,
    at: datetime,
    artist: str | None = None,
    wanted: Wanted | None = None,
    after: date | None = None,
    engine: str = DUCKDB,
) -> Shares:
    """Home and overseas side by side; brings them up to date first.

    artist  a name in any spelling, or an id
    after   the month of a campaign, from which the half-life is told

    Raises MeasureError where nothing was read or a group is not known, NoArtist, SeveralArtists,
    StoreError.
    """
    wanted = wanted or Wanted()
    if wanted.by not in BYS:
        raise MeasureError(_no_group(wanted.by))
    measure(facts, at=at, engine=engine)
    asking = warm(facts, engine)
    _known(asking, wanted)
    if artist:
        wanted = replace(wanted, artists=(find_artist(asking, artist),))
    return answered(asking, wanted, after)


def _known(asking: Warm, wanted: Wanted) -> None:
    """Raises MeasureError for a service or a measure of which nothing was read."""
    for en, ja, given, known in (
        ("service", "サービス", wanted.services, series(asking, "service")),
        ("measure", "指標", wanted.measures, series(asking, "measure")),
    ):
        lower = {each.lower() for each in known}
        for each in given:
            if each.lower() not in lower:
                raise MeasureError(_no_series(en, ja, each, known))


@dataclass(frozen=True, slots=True)
class Ties:
    """What is tied to whom: counts by method, and the ties that were asked for."""

    counts: tuple[dict[str, Any], ...]
    rows: tuple[dict[str, Any], ...]
    total: int
    last: Mapping[Pair, str]  #: what was answered of a credit and an artist so far

    def sheet(self, language: Language) -> FormSheet:
        """The ties as a sheet that a person fills in."""
        return sheet_of(self.rows, self.last, language)


def whose(
    facts: Facts,
    *,
    at: datetime,
    artist: str | None = None,
    doubtful: bool = False,
    limit: int | None = None,
    engine: str = DUCKDB,
) -> Ties:
    """What is tied to whom and how, doubts first. Raises MeasureError, NoArtist,
    SeveralArtists, StoreError."""
    measure(facts, at=at, engine=engine)
    asking = warm(facts, engine)
    running = asking.engine
    ties = running["identities"]
    if artist:
        ties = ties.filter(ties.artist_id == find_artist(asking, artist))
    if doubtful:
        ties = ties.filter(ties.state == "doubt")
    rows = running.materialised(
        by_credit(ties, running["reported"], running["usage_monthly"], running["artists"])
    )
    shown = rows.limit(limit) if limit else rows
    total = rows.count().to_pyarrow().as_py()
    return Ties(tied(asking), tuple(shown.to_pyarrow().to_pylist()), total, _last(facts))


@dataclass(frozen=True, slots=True)
class Answered:
    """What a sheet of answers did."""

    taken: int
    blank: int
    bad: tuple[BadRow, ...]


def answer(facts: Facts, *, content: bytes, name: str, by: str, at: datetime) -> Answered:
    """Take in a sheet of answers to doubts; who gave them, and when, is kept.

    Good rows are kept where others are bad. Raises MeasureError, BadSheet, StoreError.
    """
    if "usage_monthly" not in facts:
        raise MeasureError(NO_USAGE)
    lines = FORM.lines(content, name)

    def judge(now: Facts) -> tuple[Answered, dict[str, list[dict[str, Any]]]]:
        found = decided(lines, _asked(now), _last(now))
        told = [{**each, "by": by, "at": at} for each in found.answers]
        made = Answered(len(told), found.blank, tuple(found.bad))
        return made, {"identity_answers": told}

    made = facts.decide(judge)
    if made.taken:
        # What was said is kept; where an import is under way, whoever asks next ties it.
        with suppress(Locked):
            measure(facts, at=at, wait_seconds=0)
    return made


def _last(facts: Facts) -> dict[Pair, str]:
    """What was answered last of each credit and artist, whatever the title."""
    if "identity_answers" not in facts:
        return {}
    told = [row for row in facts.arrow("identity_answers").to_pylist() if not row["title"]]
    told.sort(key=lambda row: row["at"])
    return {(row["credit"], row["artist_id"]): row["answer"] for row in told}


def _asked(facts: Facts) -> set[tuple[str, str]]:
    """Each credit with each artist whom it may be."""
    engine = Engine(facts)
    ties = engine.view("identities")
    rows = by_credit(
        ties.filter(ties.credit.notnull()),
        engine["reported"],
        engine.view("usage_monthly"),
        engine.view("artists"),
    )
    pairs = rows.select("credit", "artist_id").distinct().to_pyarrow().to_pylist()
    return {(row["credit"], row["artist_id"]) for row in pairs}


def _no_series(en: str, ja: str, given: str, known: Sequence[str]) -> Text:
    return Text(
        en=f"nothing was read of the {en} {given}; there are: {', '.join(known)}",
        ja=f"{ja} {given} のデータはありません。あるのは {'、'.join(known)} です",
    )


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
