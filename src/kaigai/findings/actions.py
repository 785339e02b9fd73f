"""Audit: run the checks, keep what they found, and say what is new, remaining and fixed."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import ibis
import pyarrow as pa

from kaigai.facts.engine import DUCKDB, Engine, arrow
from kaigai.facts.parts import fitted
from kaigai.facts.sql_cache import Warm, warm
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.findings.check import CHECKS, check_named
from kaigai.findings.dossiers.lookup import Match, meant
from kaigai.findings.dossiers.show import Shown, judged_day
from kaigai.findings.dossiers.show import show as shown
from kaigai.findings.finding_query import OPEN, Wanted, listed
from kaigai.findings.result import Audit, Findings, Ranking
from kaigai.identity.find_artist import find_artist
from kaigai.terms.progress import Watch, silent
from kaigai.terms.text import Refused, Text

if TYPE_CHECKING:
    from kaigai.findings.run import Ran

#: Results that an audit replaces.
RESULTS = ("artists", "availability", "answers")


class AuditError(Refused):
    """The audit cannot be run as asked; the text says what to do."""


def audit(
    facts: Facts,
    *,
    at: datetime,
    as_of: date | None = None,
    only: Collection[str] = (),
    engine: str = DUCKDB,
    watch: Watch = silent,
) -> Audit:
    """Run the checks on the facts as they stand, judged on the day `as_of` (else of `at`).

    Findings keep their ids from audit to audit. Findings of checks that did not run are left
    as they were. Raises AuditError when nothing was read, NoCheck, StoreError.
    """
    checks = [check_named(each) for each in only] or list(CHECKS.values())
    if not facts.commit.versions.get("deliveries") and "deliveries" not in facts:
        raise AuditError(_nothing_read())
    day = as_of or facts.settings.day(at)
    running = Engine(facts, engine)
    from kaigai.findings.run import Workbench, run  # who only looks need not wait for it

    bench = Workbench(running, facts.settings, day)
    ran = run(bench, checks, watch)
    results = {name: arrow(bench.table(name)) for name in RESULTS if not bench.absent(name)}
    with facts.writing() as writing:
        findings = _compared(running, ran, writing.facts, at)
        counted = _states(findings, ran)
        result = Audit(
            _audit_id(at), at, day, findings, ran.counts, ran.skipped, *counted, ran.failed
        )
        for name, rows in results.items():
            writing.write(Change(name, rows, "replace"))
        writing.write(Change("findings", findings, "replace"))
        writing.write(Change("audits", _logged(result, running.facts.commit.number)))
        writing.commit(at=at, what=f"audit as of {day}")
    return result


def ranking(facts: Facts) -> Ranking:
    """What was found by artist and by kind, and what to begin with; raises AuditError."""
    from kaigai.findings.ranking import ranking as ranked

    engine = _audited(facts, DUCKDB).engine
    known = engine["artists"] if "artists" in engine else engine.empty("artists")
    return ranked(engine["findings"], known, CHECKS)


def findings(
    facts: Facts,
    *,
    artist: str | None = None,
    checks: Collection[str] = (),
    territory: str | None = None,
    severities: Collection[str] = (),
    states: Collection[str] = (),
    limit: int | None = None,
    engine: str = DUCKDB,
) -> Findings:
    """Findings of an artist in any spelling, of checks, in a territory, by severity and state.

    limit  at most so many; None: all

    Raises NoArtist, SeveralArtists, and AuditError before the first audit.
    """
    asking = _audited(facts, engine)
    wanted = Wanted(
        (find_artist(asking, artist),) if artist else None,
        checks,
        territory,
        severities,
        states or OPEN,
    )
    every = listed(asking.engine["findings"], wanted)
    table = every.limit(limit) if limit else every
    rows = table.to_pyarrow().to_pylist()
    total = int(every.count().execute()) if len(rows) == limit else len(rows)
    latin = _latin(asking.engine, {row["artist_id"] for row in rows if row["artist_id"]})
    return Findings(wanted, table, rows, total, latin, facts.settings.markets)


def show(
    facts: Facts, what: str, *, at: datetime, as_of: date | None = None, engine: str = DUCKDB
) -> Shown | tuple[Match, ...]:
    """All that is known of what a person means; of several that match, which they are.

    as_of  the day to judge on; else that of the last audit, or of `at` before the first

    Raises NothingKnown with the nearest spellings.
    """
    asking = warm(facts, engine)
    running, matches = asking.engine, meant(asking, what)
    if len(matches) > 1:
        return matches
    day = as_of or judged_day(running, facts.settings.day(at))
    return shown(running, matches[0], settings=facts.settings, day=day, checks=CHECKS)


def _audited(facts: Facts, url: str) -> Warm:
    """The engine over facts that were audited; raises AuditError where they were not."""
    if "findings" not in facts:
        raise AuditError(NOT_AUDITED)
    return warm(facts, url)


def _latin(engine: Engine, artists: Collection[str]) -> dict[str, str]:
    """Latin names of artists, by id."""
    if "artists" not in engine:
        return {}
    known = engine["artists"]
    rows = known.filter(known.artist_id.isin(sorted(artists) or [""]))
    found = rows.select("artist_id", "artist_latin").to_pyarrow().to_pylist()
    return {row["artist_id"]: row["artist_latin"] for row in found}


def _compared(engine: Engine, ran: "Ran", facts: Facts, at: datetime) -> pa.Table:
    """Findings now with their state, those fixed since the last audit, and those not asked."""
    table = TABLES["findings"]
    schema = table.arrow_schema()
    # Read by the engine: its own reader takes only the columns that a join needs.
    before = engine.stored(table, facts) if "findings" in facts else engine.empty("findings")
    old = before.filter(before.state != "fixed")
    asked = old.check.isin(sorted(ran.counts) or ["-"])
    if ran.findings is None:
        return arrow(old.select(*schema.names))
    known = old.select("finding_id", old_first="first_at")
    now = ran.findings.left_join(known, "finding_id").drop("finding_id_right")
    instant = ibis.literal(at)
    current = now.mutate(
        state=now.old_first.isnull().ifelse("new", "remaining"),
        first_at=now.old_first.fill_null(instant),
    )
    # Ids first: few findings are gone, and only theirs are read whole.
    missed = old.filter(asked).select("finding_id").anti_join(ran.findings, "finding_id")
    gone = old.semi_join(missed, "finding_id").mutate(state=ibis.literal("fixed"))
    rest = old.filter(~asked)
    parts = [fitted(arrow(part), schema) for part in (current, gone, rest)]
    return pa.concat_tables(parts)


def _states(findings: pa.Table, ran: "Ran") -> tuple[int, int, int]:
    counted = findings.group_by("state").aggregate([([], "count_all")]).to_pydict()
    by_state = dict(zip(counted["state"], counted["count_all"], strict=True))
    return by_state.get("new", 0), by_state.get("remaining", 0), by_state.get("fixed", 0)


def _audit_id(at: datetime) -> str:
    return at.strftime("%Y%m%dT%H%M%S")


def _logged(result: Audit, commit: int) -> pa.Table:
    row: dict[str, Any] = {
        "audit_id": result.audit_id,
        "at": result.at,
        "as_of": result.as_of,
        "commit": commit,
        "ran": sorted(result.counts),
        "skipped": sorted(result.skipped),
        "reasons": [result.skipped[name].en for name in sorted(result.skipped)],
        "reasons_ja": [result.skipped[name].ja for name in sorted(result.skipped)],
        "failed": sorted(result.failed),
        "new": result.new,
        "remaining": result.remaining,
        "fixed": result.fixed,
    }
    return pa.Table.from_pylist([row], schema=TABLES["audits"].arrow_schema())


def _nothing_read() -> Text:
    return Text(
        en="nothing was read yet; start with: kaigai read PATH",
        ja="まだ何も読み込まれていません。kaigai read PATH から始めてください",
    )


NOT_AUDITED = Text(
    en="there are no findings yet; run the checks first: kaigai audit",
    ja="まだ課題がありません。先に kaigai audit を実行してください",
)
