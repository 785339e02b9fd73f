"""Findability measured on a real store, before and after a decision."""

from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pytest

from kaigai.desks.names.findability.actions import FindabilityError, measure
from kaigai.desks.names.findability.summary import summed
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.identity.find_artist import NoArtist
from tests.small_catalogue import DAWN, SEA

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def by_id(facts: Facts) -> dict[str, dict[str, int]]:
    rows = facts.arrow("findability").to_pylist()
    return {row["subject_id"]: row for row in rows}


def test_a_decision_lifts_what_is_found(catalogue: Facts) -> None:
    measure(catalogue, at=NOON)
    before = by_id(catalogue)
    assert before[DAWN]["hits_before"] == 0
    assert before[SEA]["hits_before"] > 0
    decision = {
        "subject_kind": "recording", "subject_id": DAWN, "text": "Yoake", "language": "ja-Latn",
        "role": "latin", "status": "approved", "is_locked": True, "by": "Sato", "at": NOON,
    }  # fmt: skip
    schema = TABLES["name_decisions"].arrow_schema()
    with catalogue.writing() as writing:
        writing.write(Change("name_decisions", pa.Table.from_pylist([decision], schema)))
        writing.commit(at=NOON, what="decided")
    measure(catalogue, at=NOON)
    after = by_id(catalogue)
    # What was decided is not delivered yet: fans find no more than before.
    assert after[DAWN]["hits_before"] == 0
    assert after[DAWN]["hits_approved"] > 0


def test_the_queries_are_kept_and_add_up(catalogue: Facts) -> None:
    found = measure(catalogue, at=NOON)
    tried = catalogue.arrow("fan_queries")
    assert tried.num_rows == sum(found.recordings.column("n_queries").to_pylist())
    summary = summed(found, worst=2)
    assert summary.total.queries == sum(each.queries for each in summary.by_kind.values())
    assert summary.total.before <= summary.total.approved <= summary.total.after
    assert len(summary.worst) <= 2


def test_one_artist_alone(catalogue: Facts) -> None:
    own = measure(catalogue, at=NOON, artist="yoake gakudan")
    assert set(own.recordings.column("artist").to_pylist()) == {"夜明け楽団"}
    tried = set(own.queries.column("subject_id").to_pylist())
    assert tried <= set(own.recordings.column("subject_id").to_pylist())
    # What is kept is of everybody.
    assert catalogue.arrow("findability").num_rows > own.recordings.num_rows
    with pytest.raises(NoArtist, match="nobody"):
        measure(catalogue, at=NOON, artist="nobody")


def test_nothing_was_read(tmp_path: Path) -> None:
    with pytest.raises(FindabilityError, match="kaigai read"):
        measure(Facts.open(tmp_path / "empty", create=True), at=NOON)
