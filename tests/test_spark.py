"""The same audit on Spark finds the same as on DuckDB, over the same files."""

import logging
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from kaigai.desks.localise.findability.actions import measure
from kaigai.desks.markets.actions import rank
from kaigai.facts.engine import DUCKDB, UnknownEngine, on_spark
from kaigai.facts.store import Facts
from kaigai.findings.actions import audit
from kaigai.findings.worth.gain import COLUMNS as GAIN
from kaigai.sources.actions import read
from tests.conftest import NOON

LABEL = Path(__file__).parents[1] / "examples" / "label"


def found(facts: Facts, engine: str) -> pa.Table:
    """What an audit finds on an engine; no check may be skipped."""
    result = audit(facts, at=NOON, engine=engine)
    assert {name: text.en for name, text in result.skipped.items()} == {}
    columns = ["finding_id", "artist_id", "severity", "n_territories", "m0", "m1", "m2", "m3"]
    rows = result.findings.select([*columns, *GAIN]).sort_by("finding_id")
    for name in ("gain", "gain_low", "gain_high"):
        # Sums of floats depend on the order in which an engine adds them up.
        place = rows.column_names.index(name)
        rows = rows.set_column(place, name, pc.round(rows.column(name), 3))
    return rows


@pytest.mark.spark
def test_spark_finds_what_duckdb_finds(tmp_path: Path) -> None:
    pytest.importorskip("pyspark")
    logging.getLogger("py4j").setLevel(logging.ERROR)
    facts = Facts.open(tmp_path, create=True)
    assert read(facts, paths=[LABEL], at=NOON).refusals == []
    measure(facts, at=NOON)
    rank(facts, at=NOON)
    on_duckdb = found(facts, DUCKDB)
    assert on_duckdb.num_rows > 100
    assert on_duckdb.num_rows - on_duckdb.column("gain").null_count > 30
    assert found(facts, "local[2]").to_pylist() == on_duckdb.to_pylist()


@pytest.mark.parametrize("url", ["mysql://there", "nonsense", ""])
def test_an_unknown_engine_is_refused(url: str) -> None:
    with pytest.raises(UnknownEngine):
        on_spark(url)
