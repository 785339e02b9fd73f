"""The check for what cannot be found abroad weighs the queries that were tried."""

from typing import Any

import pytest

from kaigai.findings.checks.unfindable import unfindable
from tests.conftest import found, table


def rows(hits: int, queries: int, **more: Any) -> list[dict[str, Any]]:
    measured = {
        "subject_kind": "recording", "subject_id": "A", "n_queries": queries,
        "hits_before": hits, "hits_after": queries, "missed": ["yoake", "yoakeno", "b", "c"],
        **more,
    }  # fmt: skip
    recordings = table("recordings", {"recording_id": "A", "title": "夜明け"})
    return unfindable.ask(recordings, table("findability", measured)).to_pyarrow().to_pylist()


@pytest.mark.parametrize(
    ("hits", "severity"), [(0, "high"), (1, "medium"), (3, "medium"), (4, None), (10, None)]
)
def test_the_fewer_queries_hit_the_graver(hits: int, severity: str | None) -> None:
    assert [row["severity"] for row in rows(hits, 10)] == ([severity] if severity else [])


def test_the_evidence_says_what_was_typed_in_vain() -> None:
    (row,) = rows(0, 10)
    assert row["missed"] == ["yoake", "yoakeno"]
    assert (row["hits"], row["n_queries"], row["hits_after"]) == (0, 10, 10)


def test_one_or_two_queries_say_nothing() -> None:
    assert rows(0, 2) == []
    assert rows(0, 0) == []


def test_a_recording_that_is_gone_from_the_catalogue_is_left_out() -> None:
    measured = {"subject_kind": "recording", "subject_id": "B", "n_queries": 9, "hits_before": 0}
    gone = unfindable.ask(table("recordings"), table("findability", measured))
    assert found(gone, "recording_id") == []
