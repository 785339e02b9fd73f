"""The whole road on the example label: what is read, and what an audit finds and leaves alone."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kaigai.desks.names.findability.actions import measure
from kaigai.facts.store import Facts
from kaigai.findings.actions import audit
from kaigai.findings.check import CHECKS
from kaigai.findings.result import Audit
from kaigai.sources.actions import read
from kaigai.sources.result import ReadResult

EXAMPLES = Path(__file__).parents[2] / "examples"
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Road:
    """What came of reading and auditing the example label."""

    result: ReadResult
    audit: Audit
    found: dict[str, set[str]]


@pytest.fixture(scope="module")
def road(tmp_path_factory: pytest.TempPathFactory) -> Road:
    folder = tmp_path_factory.mktemp("workspace")
    result = read(Facts.open(folder, create=True), paths=[EXAMPLES / "label"], at=NOON)
    measure(Facts.open(folder), at=NOON)
    made = audit(Facts.open(folder), at=NOON, as_of=NOON.date())
    found: dict[str, set[str]] = defaultdict(set)
    for row in made.findings.to_pylist():
        found[row["check"]].add(row["subject_id"])
    return Road(result, made, found)


@pytest.fixture(scope="module")
def truth() -> dict[str, set[str]]:
    content = json.loads((EXAMPLES / "label.truth.json").read_text())
    assert content["day"] == str(NOON.date())
    return {check: set(ids) for check, ids in content["checks"].items()}


def test_every_file_is_read_and_nothing_refused(road: Road) -> None:
    assert road.result.refusals == []
    assert {origin.status for origin in road.result.origins} == {"new", "test"}
    assert {origin.reader for origin in road.result.origins} == {
        "ddex-ern", "youtube", "catalogue-sheet", "artist-sheet", "charts", "tie-in-sheet",
    }  # fmt: skip


def test_every_check_runs(road: Road) -> None:
    assert road.audit.skipped == {}
    assert set(road.audit.counts) == set(CHECKS)


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_check_finds_what_was_planted_and_nothing_else(
    check: str, road: Road, truth: dict[str, set[str]]
) -> None:
    missed, extra = truth[check] - road.found[check], road.found[check] - truth[check]
    assert (sorted(missed), sorted(extra)) == ([], [])
