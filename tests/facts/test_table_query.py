"""A table is had by name, as of an instant, current or raw, and in a steady order."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kaigai.facts import table_query as module
from kaigai.facts.store import Facts, StoreError
from kaigai.facts.table import TABLES
from kaigai.facts.table_query import NoTable, asked, count_rows, in_order, table_named
from tests.small_catalogue import READ, small_catalogue

RECORDINGS = TABLES["recordings"]


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    """A workspace that was read."""
    return small_catalogue(tmp_path)


@pytest.mark.parametrize(
    ("name", "near"), [("recording", "recordings"), ("NAMES", "names"), ("qqq", "kaigai tables")]
)
def test_an_unknown_name_is_answered_with_near_ones(name: str, near: str) -> None:
    with pytest.raises(NoTable, match=near):
        table_named(name)


def test_current_rows_and_raw_ones(facts: Facts) -> None:
    assert asked(facts, RECORDINGS).count().execute() == 4
    assert asked(facts, RECORDINGS, raw=True).count().execute() == 5


def test_a_table_that_was_never_filled_is_empty(facts: Facts) -> None:
    rows = asked(facts, TABLES["works"])
    assert rows.count().execute() == 0
    assert rows.columns == tuple(TABLES["works"].stored)


def test_before_the_first_commit_nothing_was_known(facts: Facts) -> None:
    assert asked(facts, RECORDINGS, as_of=READ).count().execute() == 4
    with pytest.raises(StoreError):
        asked(facts, RECORDINGS, as_of=datetime(2020, 1, 1, tzinfo=UTC))


def test_rows_are_counted_as_they_are_seen(facts: Facts) -> None:
    counts = count_rows(facts)
    assert (counts["recordings"], counts["tracks"], counts["deals"]) == (4, 6, 4)
    assert "works" not in counts


def test_rows_come_by_key_unless_they_are_many(
    facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = asked(facts, RECORDINGS)
    ids = in_order(rows, RECORDINGS).to_pyarrow().column("recording_id").to_pylist()
    assert ids == sorted(ids)
    monkeypatch.setattr(module, "SORTED", 3)
    assert in_order(rows, RECORDINGS) is rows
