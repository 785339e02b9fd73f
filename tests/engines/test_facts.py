"""Live rows and the roll-up, on both engines; what is no engine is refused."""

from datetime import date, timedelta
from pathlib import Path

import ibis
import pytest

from kaigai.facts.engine import Engine
from kaigai.facts.spark_backend import UnknownEngine, on_spark
from tests.facts import test_engine as stored
from tests.facts.test_rollup import answered, summed


def test_live_rows_one_per_key(tmp_path: Path, engine: str) -> None:
    listed = stored.recording("A", "listed", "sheet") | {"genre": "Pop", "duration_ms": 1}
    facts = stored.engine(
        tmp_path,
        stored.rows(
            "deliveries",
            stored.delivery("d1", "s"),
            stored.delivery("d2", "s", stored.LATER, has_deals=False),
            stored.delivery("gone", "g", kind="purge"),
            stored.delivery("sheet", "l", standing=1),
        ),
        stored.rows(
            "recordings",
            stored.recording("A", "old", "d1"),
            stored.recording("A", "new", "d2") | {"duration_ms": 2},
            stored.recording("B", "purged", "gone"),
            listed,
        ),
    ).facts
    seen = Engine(facts, engine)
    (row,) = seen["recordings"].to_pyarrow().to_pylist()
    assert (row["title"], row["duration_ms"], row["genre"]) == ("new", 2, "Pop")
    assert stored.titles(seen, "all_recordings") == ["listed", "new"]
    withdrawn = seen["deliveries"].filter(lambda t: t.withdrawn).to_pyarrow()
    assert withdrawn["delivery_id"].to_pylist() == ["d2"]


def test_home_and_overseas_is_a_plain_sum(engine: str) -> None:
    rows = [
        {
            "day": date(2025, 12, 1) + timedelta(days=n * 3),
            "subject_id": f"i{n % 3 + 1}",
            "territory": ("JP", "KR", "US", "WORLD")[n % 4],
            "measure": "streams" if n % 5 else "rank",
            "quantity": float(n),
        }
        for n in range(90)
    ]
    connection = ibis.get_backend() if engine.startswith("local") else ibis.duckdb.connect()
    assert answered(connection, rows) == summed(rows)


@pytest.mark.parametrize("url", ["mysql://there", "nonsense", ""])
def test_an_unknown_engine_is_refused(url: str) -> None:
    with pytest.raises(UnknownEngine):
        on_spark(url)
