"""Checks run where their tables are, and are skipped, saying why, where not or when they break."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa
import pytest

from kaigai.facts import masks
from kaigai.facts.engine import Engine
from kaigai.facts.settings import DEFAULTS
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.findings.actions import audit
from kaigai.findings.check import CHECKS, Check
from kaigai.findings.run import Ran, Workbench, run
from kaigai.terms.text import Text
from tests.conftest import NOON
from tests.findings.worth.test_plays import month

SAID = Text("{title}.", "{title}。")


def check(name: str, ask: object, *needs: str) -> Check:
    """A check of recordings."""
    return Check(name, "recordings", "low", "found", "none", SAID, SAID, SAID, needs, ask)  # type: ignore[arg-type]


def workbench(root: Path, **more: list[dict[str, Any]]) -> Workbench:
    """Two recordings and a video, and the rows of `more` tables."""
    own = {"origin_id": "d", "delivery_id": "d"}
    rows = {
        "deliveries": [{"delivery_id": "d", "scope": "s", "kind": "new", "standing": 3,
                        "delivered_at": NOON, "read_at": NOON}],
        "recordings": [{"recording_id": each, "title": each, **own} for each in "AB"],
        "videos": [{"video_id": "V", "title": "V", **own}],
    }  # fmt: skip
    facts = Facts.open(root, create=True)
    with facts.writing() as writing:
        for name, given in (rows | more).items():
            table = pa.Table.from_pylist(given, schema=TABLES[name].arrow_schema())
            writing.write(Change(name, table))
        writing.commit(at=NOON, what="test")
    return Workbench(Engine(facts), DEFAULTS, NOON.date())


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    """Two recordings and a video, and nothing else."""
    return workbench(tmp_path)


def ran(bench: Workbench, *checks: Check) -> Ran:
    """What came of these checks."""
    return run(bench, checks, lambda done, total, what: None)


def test_a_finding_has_an_id_its_subject_and_its_evidence(bench: Workbench) -> None:
    def ask(recordings: ir.Table) -> ir.Table:
        return recordings.filter(recordings.title == "A").select("recording_id", "title")

    done = ran(bench, check("all-of-a", ask, "recordings"))
    assert done.findings is not None
    (row,) = done.findings.to_pyarrow().to_pylist()
    assert (row["finding_id"], row["subject"], row["evidence"]) == (
        "all-of-a:A",
        "A",
        '{"title":"A"}',
    )


def test_a_check_without_its_tables_is_skipped_and_says_which(bench: Workbench) -> None:
    done = ran(bench, CHECKS["no-latin-title"], CHECKS["no-gtin"])
    assert set(done.counts) == set()
    assert "names" in done.skipped["no-latin-title"].en
    assert "releases" in done.skipped["no-gtin"].ja
    assert not done.failed


def test_what_mending_is_worth_is_told_as_the_check_says(tmp_path: Path) -> None:
    tied = [{"reported_id": f"r{each}", "recording_id": each, "state": "tied"} for each in "AB"]
    months = [month(NOON.date().replace(month=9, day=1), 5, territory="TW", reported_id="rA")]
    bench = workbench(tmp_path, usage_monthly=months, identities=tied)

    def ask(recordings: ir.Table) -> ir.Table:
        return recordings.select("recording_id", **masks.named("m", masks.everywhere()))

    ends = replace(check("ends", ask, "recordings"), worth="lapsing")
    done = ran(bench, ends, check("plain", ask, "recordings"))
    assert done.findings is not None
    rows = done.findings.to_pyarrow().to_pylist()
    known = {each["finding_id"]: each["gain"] for each in rows if each["gain"] is not None}
    assert known == {"ends:A": 60}


def test_a_check_that_breaks_takes_no_other_along(
    bench: Workbench, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(recordings: ir.Table) -> ir.Table:
        raise ZeroDivisionError("oh")

    def finds(recordings: ir.Table) -> ir.Table:
        return recordings.select("recording_id")

    done = ran(bench, check("breaks", breaks, "recordings"), check("ok", finds, "recordings"))
    assert done.counts == {"ok": 2}
    assert list(done.failed) == ["breaks"]
    assert "ZeroDivisionError" in done.skipped["breaks"].en
    assert "in breaks" in caplog.text  # the place where it broke, for who is to mend it


def test_videos_are_not_judged_where_nothing_says_whose_they_are(bench: Workbench) -> None:
    done = ran(bench, CHECKS["preview-video"])
    assert "channels" in done.skipped["preview-video"].en


def test_availability_needs_tracks_or_videos(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path, create=True)
    with facts.writing() as writing:
        given = [{"delivery_id": "d", "scope": "s", "kind": "new", "standing": 2,
                  "delivered_at": NOON, "read_at": NOON}]  # fmt: skip
        table = pa.Table.from_pylist(given, schema=TABLES["deliveries"].arrow_schema())
        writing.write(Change("deliveries", table))
        writing.commit(at=NOON, what="test")
    assert Workbench(Engine(facts), DEFAULTS, NOON.date()).absent("availability") == ("tracks",)
    result = audit(facts, at=NOON)
    assert (result.counts, result.findings.num_rows) == ({}, 0)
