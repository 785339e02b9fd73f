"""The engine shows live rows: the newest delivery of a scope, one row per key, purges gone."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from kaigai.facts.engine import Engine, TableAbsent
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from tests.conftest import NOON

LATER = NOON + timedelta(days=1)


def rows(table: str, *given: dict[str, Any]) -> Change:
    """Rows of a table, to be added."""
    schema = TABLES[table].arrow_schema()
    return Change(table, pa.Table.from_pylist(list(given), schema=schema))


def delivery(
    id: str,
    scope: str,
    at: datetime = NOON,
    *,
    kind: str = "new",
    standing: int = 3,
    has_deals: bool | None = True,
) -> dict[str, Any]:
    """A delivery; its origin has the same id."""
    return {
        "delivery_id": id,
        "origin_id": id,
        "scope": scope,
        "kind": kind,
        "standing": standing,
        "delivered_at": at,
        "read_at": at,
        "has_deals": has_deals,
    }


def recording(id: str, title: str, delivery_id: str) -> dict[str, Any]:
    """A recording of a delivery."""
    return {
        "recording_id": id,
        "title": title,
        "origin_id": delivery_id,
        "delivery_id": delivery_id,
    }


def engine(root: Path, *changes: Change) -> Engine:
    """An engine over a store with these rows."""
    facts = Facts.open(root, create=True)
    with facts.writing() as writing:
        for change in changes:
            writing.write(change)
        writing.commit(at=NOON, what="test")
    return Engine(facts)


def titles(engine: Engine, name: str = "recordings") -> list[str]:
    """The titles that are seen."""
    return sorted(engine[name].to_pyarrow()["title"].to_pylist())


def test_a_newer_delivery_replaces_all_of_the_older(tmp_path: Path) -> None:
    seen = engine(
        tmp_path,
        rows("deliveries", delivery("d1", "s"), delivery("d2", "s", LATER)),
        rows(
            "recordings",
            recording("A", "old", "d1"),
            recording("B", "dropped", "d1"),
            recording("A", "new", "d2"),
        ),
    )
    assert titles(seen) == ["new"]


def test_an_older_delivery_read_later_changes_nothing(tmp_path: Path) -> None:
    seen = engine(
        tmp_path,
        rows("deliveries", delivery("d2", "s", LATER), delivery("d1", "s")),
        rows("recordings", recording("A", "new", "d2"), recording("A", "old", "d1")),
    )
    assert titles(seen) == ["new"]


@pytest.mark.parametrize(("kind", "expected"), [("purge", []), ("test", ["old"])])
def test_a_purge_removes_and_a_test_message_does_nothing(
    tmp_path: Path, kind: str, expected: list[str]
) -> None:
    seen = engine(
        tmp_path,
        rows("deliveries", delivery("d1", "s"), delivery("d2", "s", LATER, kind=kind)),
        rows("recordings", recording("A", "old", "d1"), recording("A", "test", "d2")),
    )
    assert titles(seen) == expected


def test_what_was_delivered_stands_above_what_is_listed(tmp_path: Path) -> None:
    seen = engine(
        tmp_path,
        rows(
            "deliveries",
            delivery("message", "ern:1"),
            delivery("sheet", "sheet:1", LATER, standing=1),
        ),
        rows(
            "recordings",
            recording("A", "delivered", "message"),
            recording("A", "listed", "sheet"),
        ),
    )
    assert titles(seen) == ["delivered"]
    assert titles(seen, "all_recordings") == ["delivered", "listed"]


def test_what_one_leaves_open_the_next_fills(tmp_path: Path) -> None:
    listed = recording("A", "listed", "sheet") | {"genre": "Pop", "duration_ms": 1}
    seen = engine(
        tmp_path,
        rows("deliveries", delivery("message", "ern:1"), delivery("sheet", "sheet:1", standing=1)),
        rows("recordings", recording("A", "delivered", "message") | {"duration_ms": 2}, listed),
    )
    (row,) = seen["recordings"].to_pyarrow().to_pylist()
    assert (row["title"], row["duration_ms"], row["genre"]) == ("delivered", 2, "Pop")
    assert row["delivery_id"] == "message"


@pytest.mark.parametrize(
    ("before", "now", "withdrawn"),
    [(True, False, True), (False, False, False), (True, True, False), (None, None, False)],
)
def test_a_message_that_drops_its_deals_withdraws_the_release(
    tmp_path: Path, before: bool | None, now: bool | None, withdrawn: bool
) -> None:
    seen = engine(
        tmp_path,
        rows(
            "deliveries",
            delivery("d1", "s", has_deals=before),
            delivery("d2", "s", LATER, has_deals=now),
        ),
    )
    assert seen["deliveries"].to_pyarrow()["withdrawn"].to_pylist() == [withdrawn]


def test_interned_rows_are_seen_once_whoever_delivered_them(tmp_path: Path) -> None:
    world = {"territory_set_id": 1, "m0": 1, "m1": 0, "m2": 0, "m3": 0, "n": 1, "given": "AD"}
    facts = Facts.open(tmp_path, create=True)
    for _ in range(2):
        with facts.writing() as writing:
            writing.write(rows("territory_sets", world))
            writing.commit(at=NOON, what="test")
    assert Engine(facts)["territory_sets"].count().execute() == 1


def test_a_table_that_nothing_was_read_into_is_absent(tmp_path: Path) -> None:
    seen = engine(tmp_path, rows("deliveries", delivery("d1", "s")))
    assert "recordings" not in seen
    with pytest.raises(TableAbsent):
        seen["recordings"]
    assert list(seen) == ["deliveries"]


def test_few_rows_are_asked_with_one_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = "SELECT current_setting('threads')"
    few = engine(tmp_path, rows("deliveries", delivery("d1", "s")))
    assert few.connection.con.sql(asked).fetchone() == (1,)
    monkeypatch.setattr("kaigai.facts.engine.SMALL", 10)
    many = Engine(few.facts)
    assert many.connection.con.sql(asked).fetchone() != (1,) or os.cpu_count() == 1
