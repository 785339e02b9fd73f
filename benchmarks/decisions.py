"""What people decide while files are read in: milliseconds of each, and whether any is lost."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, sleep
from typing import Any

import pyarrow as pa

from benchmarks.ern import kaigai
from benchmarks.usage_rows import write_months
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES

PEOPLE = 8
DECISIONS = 1_000
ROWS = 6_000_000  #: of plays that are read meanwhile
BEFORE = 30  #: decisions as they were before, each a commit of Delta tables
AIM_MS = 20
AT = datetime(2026, 11, 1, tzinfo=UTC)


def rows(scratch: Path) -> list[tuple[str, ...]]:
    """Rows for the page."""
    workspace = scratch / "w"
    before = _as_commits(scratch / "before")
    write_months(scratch / "plays", ROWS)
    reading = [*kaigai("read", str(scratch / "plays"), "--workspace", str(workspace))]
    with subprocess.Popen(reading, stdout=subprocess.DEVNULL) as importing:
        while importing.poll() is None and not any(workspace.glob("drafts/*")):
            sleep(0.05)
        spent = _decided(workspace)
        is_reading = importing.poll() is None
    if not is_reading or importing.returncode:
        raise RuntimeError("the import was over before the decisions, or failed")
    kept = Facts.open(workspace).arrow("name_decisions").num_rows
    p99 = quantiles(spent, n=100)[98]
    return [
        (
            f"{DECISIONS:,} decisions by {PEOPLE} threads while files are read in",
            f"p50 {median(spent):.1f} ms, p99 {p99:.1f} ms, at most {max(spent):.1f} ms; "
            f"{DECISIONS - kept} lost",
            f"each a Delta commit, alone and with nothing read in, {median(before):.0f} ms",
            f"{median(spent) / median(before):.2f}×",
            f"p99 {AIM_MS} ms",
        )
    ]


def _decided(workspace: Path) -> list[float]:
    """Milliseconds of each decision."""
    facts = Facts(workspace)

    def decide(n: int) -> float:
        begun = perf_counter()
        facts.decisions.add({"name_decisions": [_row(n)]}, facts=0, seen=None)
        return 1000 * (perf_counter() - begun)

    with ThreadPoolExecutor(PEOPLE) as people:
        return list(people.map(decide, range(DECISIONS)))


def _as_commits(workspace: Path) -> list[float]:
    spent = []
    facts = Facts.open(workspace, create=True)
    schema = TABLES["artists"].arrow_schema()
    for n in range(BEFORE):
        begun = perf_counter()
        with facts.writing() as writing:
            one = dict.fromkeys(schema.names) | {"artist_id": str(n)}
            writing.write(Change("artists", pa.Table.from_pylist([one], schema=schema)))
            writing.commit(at=AT, what="a decision")
        spent.append(1000 * (perf_counter() - begun))
    return spent


def _row(n: int) -> dict[str, Any]:
    return {
        "subject_kind": "recording", "subject_id": f"R{n}", "text": f"Sea {n}", "language": "en",
        "role": "display", "status": "approved", "is_locked": True, "by": f"person {n % PEOPLE}",
        "at": AT, "origin": "benchmark", "based_on": f"海 {n}", "note": None,
    }  # fmt: skip
