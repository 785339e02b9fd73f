"""Audit: run the checks, keep what they found, and say what is new, remaining and fixed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import ibis
import pyarrow as pa

from kaigai.facts.engine import DUCKDB, Engine, arrow
from kaigai.facts.sql_cache import warm
from kaigai.facts.store import Change, Facts, fitted
from kaigai.facts.table import TABLES
from kaigai.findings.check import CHECKS, Check
from kaigai.terms.progress import Watch, silent
from kaigai.terms.text import Refused, Text

if TYPE_CHECKING:
    from kaigai.findings.run import Ran

#: Results that an audit replaces.
RESULTS = ("artists", "availability", "answers")


class AuditError(Refused):
    """The audit cannot be run as asked; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found; `findings` has the columns of the table of that name."""

    audit_id: str
    at: datetime
    as_of: date
    findings: pa.Table
    counts: Mapping[str, int]
    skipped: Mapping[str, Text]
    new: int
    remaining: int
    fixed: int
    failed: Collection[str] = ()  #: of those skipped, the ones that broke


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
    as they were. Raises AuditError when nothing was read or a check is not known, StoreError.
    """
    checks = _chosen(only)
    if not facts.commit.versions.get("deliveries") and "deliveries" not in facts:
        raise AuditError(_nothing_read())
    day = as_of or at.date()
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


def engine_of(facts: Facts, url: str = DUCKDB) -> Engine:
    """The engine over these facts; kept from question to question while nothing is written."""
    return warm(facts, url).engine


def audited(facts: Facts, url: str = DUCKDB) -> Engine:
    """The engine over facts that were audited; raises AuditError where they were not."""
    if "findings" not in facts:
        raise AuditError(NOT_AUDITED)
    return engine_of(facts, url)


def _chosen(only: Collection[str]) -> list[Check]:
    unknown = sorted(set(only) - set(CHECKS))
    if unknown:
        raise AuditError(_no_check(unknown))
    return [check for name, check in CHECKS.items() if not only or name in only]


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


def _no_check(names: list[str]) -> Text:
    listed = ", ".join(names)
    return Text(
        en=f"there is no check called {listed}; `kaigai checks` lists them",
        ja=f"{listed} という検査はありません。`kaigai checks` で一覧できます",
    )


NOT_AUDITED = Text(
    en="there are no findings yet; run the checks first: kaigai audit",
    ja="まだ課題がありません。先に kaigai audit を実行してください",
)
