"""DuckDB asked with texts that are kept answers as with texts compiled anew, for every thread."""

import gc
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pytest
from ibis.backends.duckdb import Backend

from kaigai.facts import duckdb_backend
from kaigai.facts.duckdb_backend import DuckDB
from kaigai.facts.engine import Engine
from kaigai.facts.sql_texts import Texts
from kaigai.facts.store import Facts
from kaigai.findings.actions import audit
from tests.small_catalogue import AUDITED, DAY

KINDS = {
    "text": "string",
    "n": "int64",
    "share": "float64",
    "known": "boolean",
    "day": "date",
    "at": "timestamp('UTC')",
    "codes": "array<string>",
}
ROW: dict[str, Any] = {
    "text": "a \"b\" 'c'",
    "n": 2**40,
    "share": 0.1,
    "known": True,
    "day": date(2026, 11, 1),
    "at": datetime(2026, 11, 1, 3, 4, 5, 678, tzinfo=UTC),
    "codes": ["JP", "US"],
}


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> Texts:
    """Texts of this test alone."""
    own = Texts()
    monkeypatch.setattr(duckdb_backend, "texts", lambda: own)
    return own


@pytest.fixture
def database(texts: Texts) -> DuckDB:
    found: DuckDB = DuckDB().connect()
    return found


def table(*rows: dict[str, Any]) -> ir.Table:
    """A table in memory."""
    return ibis.memtable(list(rows), schema=ibis.schema(KINDS))


def test_a_text_is_compiled_once_for_all_its_days(
    database: DuckDB, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = database.held("ibis_rows", table(*({**ROW, "day": date(2026, 11, n)} for n in (1, 2))))
    compiled = []
    compile_ = Backend.compile

    def counted(*given: Any, **options: Any) -> str:
        compiled.append(1)
        return str(compile_(*given, **options))

    monkeypatch.setattr(Backend, "compile", counted)
    for n in (1, 2, 3):
        held = database.held(f"ibis_rows_{n}", rows)
        since = held.filter(held.day >= ibis.literal(date(2026, 11, n)))
        instant = ibis.literal(datetime(2026, 11, 1, n, 4, 5, 678, tzinfo=UTC))
        found = since.mutate(then=instant, is_then=since.at == instant).to_pyarrow().to_pylist()
        assert [row["day"].day for row in found] == list(range(n, 3))
        assert all(row["then"].hour == n and row["is_then"] == (n == 3) for row in found)
    assert len(compiled) == 2  # what is held, and what is asked


def test_every_text_of_an_audit_is_as_compiled_anew(
    audited: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The audit before was of another day: this one finds the texts of that one."""
    shutil.copytree(audited, tmp_path / "w")
    filled, made, differing = [], [], []
    text_of, template_of = DuckDB._text, DuckDB._template

    def compared(self: DuckDB, rows: ir.Table, shape: Any) -> str:
        told, anew = text_of(self, rows, shape), Backend.compile(self, rows)
        filled.append(shape is not None)
        if unordered(told) != unordered(anew):
            differing.append((told, anew))
        return told

    def counted(self: DuckDB, *given: Any) -> Any:
        made.append(given)
        return template_of(self, *given)

    monkeypatch.setattr(DuckDB, "_text", compared)
    monkeypatch.setattr(DuckDB, "_template", counted)
    day = DAY + timedelta(days=40)
    audit(Facts.open(tmp_path / "w"), at=AUDITED + timedelta(days=41), as_of=day)
    assert len(filled) > 50
    assert all(filled)
    assert not differing
    assert len(made) < len(filled) / 10


def unordered(sql: str) -> str:
    """Ibis names what it leaves out in any order."""
    return re.sub(
        r"EXCLUDE \(([^)]*)\)",
        lambda found: f"EXCLUDE ({', '.join(sorted(found[1].split(', ')))})",
        sql,
    )


def test_kinds_of_a_table_are_those_that_duckdb_tells(database: DuckDB) -> None:
    held = database.held("rows", table(ROW, {}))
    assert held.schema() == database.get_schema("rows")
    assert held.to_pyarrow().to_pylist() == [ROW, dict.fromkeys(ROW)]


def test_columns_that_files_lack_are_null(database: DuckDB, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    for n, columns in enumerate((["text", "n"], ["n", "day"])):
        part = pa.Table.from_pylist([{name: ROW[name] for name in columns}])
        pq.write_table(part, tmp_path / f"it's {n}.parquet")
    files = [str(path) for path in sorted(tmp_path.glob("*.parquet"))]
    rows = database.parquet("stored", files, KINDS)
    assert rows.schema() == database.get_schema("stored")
    nothing = dict.fromkeys(KINDS)
    assert rows.to_pyarrow().to_pylist() == [
        {**nothing, "text": ROW["text"], "n": ROW["n"]},
        {**nothing, "n": ROW["n"], "day": ROW["day"]},
    ]


def test_threads_see_one_database_with_a_cursor_each(database: DuckDB) -> None:
    rows = database.held("rows", table(*({**ROW, "n": n} for n in range(1000))))
    given = [table({**ROW, "n": n}) for n in range(8)]

    def ask(n: int) -> int:
        own = given[n % 8]
        found = rows.semi_join(own, "n").agg(n=lambda t: t.n.sum())
        return int(found.to_pyarrow()["n"][0].as_py())

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(ask, range(200))) == [n % 8 for n in range(200)]


def test_a_held_table_goes_with_who_holds_it(audited: Path) -> None:
    engine = Engine(Facts.open(audited))
    rows = engine.materialised(engine["findings"].limit(1))
    kept = len(engine.connection.list_tables())
    del rows
    assert len(engine.connection.list_tables()) == kept - 1


def test_single_values_are_pythons_own(database: DuckDB) -> None:
    rows = database.held("rows", table(ROW, {}))
    assert rows.count().execute() == 2
    assert rows.at.max().execute() == ROW["at"]
    assert rows.filter(rows.n < 0).n.max().execute() is None


def test_nothing_is_asked_of_pandas_or_polars(audited: Path) -> None:
    asked = (
        "import sys; from kaigai.facts.engine import Engine; from kaigai.facts.store import Facts;"
        f"engine = Engine(Facts.open({str(audited)!r}));"
        "engine['names'].count().execute(); engine['findings'].to_pyarrow();"
        "own = engine['deliveries'].select('delivery_id').limit(2).to_pyarrow();"
        "assert engine.connection.answer('SELECT * FROM own', {'own': own}).equals(own);"
        "spared = {'pandas', 'polars', 'altair', 'scipy', 'pyarrow.dataset'};"
        "print(sorted(spared & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(("many", "other"), [(0, "c"), (2_000, "c"), (0, "c\0")])
def test_tables_of_the_askers_own(database: DuckDB, many: int, other: str) -> None:
    database.held("rows", table(ROW, {**ROW, "text": "b", "n": 2}))
    given = pa.table(
        {
            "text": pa.array([ROW["text"], None, other, *["d"] * many], pa.string()),
            "day": pa.array([ROW["day"]] * (many + 3), pa.date32()),
        }
    )
    nobody = given.slice(0, 0)
    told = "SELECT n, day FROM rows SEMI JOIN asked_those USING (text, day)"
    for sql in (told, f"WITH x AS ({told}) SELECT * FROM x"):
        found = database.answer(sql, {"asked_those": given})
        assert found.to_pylist() == [{"n": ROW["n"], "day": ROW["day"]}]
        assert not database.answer(sql, {"asked_those": nobody}).num_rows
    assert database.answer("SELECT 1 AS a", {}).to_pylist() == [{"a": 1}]


def test_two_who_keep_the_same_rows_at_once_let_go_of_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wrong: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", wrong.append)
    backend = DuckDB().connect()
    rows = ibis.memtable({"n": [1, 2]})
    first = backend._cached_table(rows)
    backend._cache_op_to_entry.clear()  # as the second finds it, who asked at the same time
    second = backend._cached_table(rows)
    del first
    gc.collect()
    assert second.count().execute() == 2
    assert len(backend._cache_op_to_entry) == 1
    del second
    gc.collect()
    assert not wrong
    assert not backend._cache_op_to_entry
