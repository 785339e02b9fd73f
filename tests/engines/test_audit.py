"""The same audit on Spark finds the same as on DuckDB, over the same files."""

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from kaigai.facts.engine import DUCKDB
from kaigai.facts.store import Facts
from kaigai.findings.actions import audit
from kaigai.findings.worth.gain import COLUMNS as GAIN
from tests.conftest import NOON
from tests.engines.small_spark import URL, started


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
def test_spark_finds_what_duckdb_finds(own: Facts) -> None:
    started()
    on_duckdb = found(own, DUCKDB)
    assert on_duckdb.num_rows > 100
    assert on_duckdb.num_rows - on_duckdb.column("gain").null_count > 30
    assert found(own, URL).to_pylist() == on_duckdb.to_pylist()
