"""DuckDB as Kaigai asks it through Ibis: texts that were compiled before are not compiled again,
one database serves all threads, and nothing goes through pandas.

Overridden as Ibis 12 has it: `con`, `compile`, `to_pyarrow`, `execute`, how tables are kept and
let go, and how tables in memory are told to DuckDB.
"""

import sys
import threading
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, Final
from weakref import WeakSet

import duckdb
import ibis
import ibis.expr.datatypes as dt
import ibis.expr.operations as ops
import ibis.expr.types as ir
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.formats.pyarrow import PyArrowData, PyArrowType

from kaigai.facts.arrow_process import spare_pandas
from kaigai.facts.expression_shape import Shape, Shapeless, shape_of
from kaigai.facts.sql_texts import Template, texts

#: Files of a table are never changed, so what stands in them may be remembered.
SETTINGS: Final = (
    "SET timezone = 'UTC'; SET enable_progress_bar = false; SET parquet_metadata_cache = true"
)
spare_pandas()

FEW: Final = 1_000  #: rows of somebody's own that are written out
FAR: Final = 8_000  #: a year that nobody asks for, and which marks where a day goes


class DuckDB(Backend):  # type: ignore[misc]  # Ibis has no types
    """A database in memory; every thread has a cursor of its own on it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._here = threading.local()
        self._first: duckdb.DuckDBPyConnection | None = None

    @property
    def con(self) -> duckdb.DuckDBPyConnection:
        """This thread's cursor."""
        found: duckdb.DuckDBPyConnection | None = getattr(self._here, "cursor", None)
        if found is None:
            assert self._first is not None
            found = self._here.cursor = self._first.cursor()
            found.execute(SETTINGS)
        return found

    @con.setter
    def con(self, first: duckdb.DuckDBPyConnection) -> None:
        self._first = first

    def compile(
        self,
        expr: ir.Expr,
        /,
        *,
        limit: Any = None,
        params: Mapping[ir.Expr, Any] | None = None,
        pretty: bool = False,
    ) -> str:
        """The SQL of an expression, taken from the texts that are kept where it has a shape."""
        if limit is not None or params or pretty:
            return super().compile(expr, limit=limit, params=params, pretty=pretty)
        return self._text(expr.as_table(), _shape(expr))

    def to_pyarrow(self, expr: ir.Expr, /, **options: Any) -> Any:
        """What an expression comes to, as Arrow."""
        if not _is_plain(options):
            return super().to_pyarrow(expr, **options)
        rows = self.con.sql(self.ready(expr)).to_arrow_table()
        return expr.__pyarrow_result__(rows, data_mapper=_Arrow)

    def execute(self, expr: ir.Expr, /, **options: Any) -> Any:
        """A single value as Python has it; tables and columns as pandas has them."""
        if isinstance(expr, ir.Scalar) and _is_plain(options):
            return self.to_pyarrow(expr).as_py()
        return super().execute(expr, **options)

    def ready(self, expr: ir.Expr) -> str:
        """The SQL of an expression, when all that it stands on has been told to DuckDB."""
        shape = _shape(expr)
        if shape is None:
            self._run_pre_execute_hooks(expr)
        else:
            self._tell(shape.in_memory)
        return self._text(expr.as_table(), shape)

    def answer(self, sql: str, given: Mapping[str, pa.Table]) -> pa.Table:
        """The rows of a text about tables here and some that are given; those of few rows are
        written out, for telling DuckDB of a table or a value imports half of Arrow or pandas."""
        parts = []
        for name, table in given.items():
            values = _written_out(table)
            if values is None:
                self.con.register(name, table)
            else:
                parts.append(f"{quoted(name)} AS (SELECT {values})")
        if parts:
            rest = f", {sql[5:]}" if sql.startswith("WITH ") else f" {sql}"
            sql = f"WITH {', '.join(parts)}{rest}"
        return self.con.sql(sql).to_arrow_table()

    def held(self, name: str, rows: ir.Table) -> ir.Table:
        """Rows computed now, as a table of that name for all threads."""
        if rows.schema().null_fields:
            return self.create_table(name, rows)  # and Ibis says what is wrong with it
        told = self.ready(rows)
        columns = ", ".join(
            f"{quoted(column)} {_as_sql(kind)}" for column, kind in rows.schema().items()
        )
        self.con.execute(f"CREATE TABLE {quoted(name)} ({columns})")
        self.con.execute(f"INSERT INTO {quoted(name)} {told}")
        return self._as_table(name, rows.schema())

    def viewed(self, name: str, rows: ir.Table) -> ir.Table:
        """A view of that name, for SQL that calls it so."""
        self.con.execute(f"CREATE OR REPLACE VIEW {quoted(name)} AS {self.ready(rows)}")
        return self._as_table(name, rows.schema())

    def parquet(self, name: str, files: Sequence[str], columns: Mapping[str, str]) -> ir.Table:
        """A view of files that lack some of the columns, which are null in it."""
        listed = ", ".join(_text(file) for file in files)
        source = f"read_parquet([{listed}], union_by_name = true)"
        kinds = {each: _kind(kind) for each, kind in columns.items()}
        there = set(self.con.sql(f"FROM {source}").columns)
        chosen = ", ".join(
            f"CAST({quoted(each) if each in there else 'NULL'} AS {_as_sql(kind)})"
            f" AS {quoted(each)}"
            for each, kind in kinds.items()
        )
        view = f"CREATE OR REPLACE VIEW {quoted(name)} AS"
        self.con.execute(f"{view} SELECT {chosen} FROM {source}")  # noqa: S608
        return self._as_table(name, kinds)

    def _as_table(self, name: str, columns: Mapping[str, dt.DataType]) -> ir.Table:
        kinds = {column: _as_described(kind) for column, kind in columns.items()}
        return ops.DatabaseTable(name, schema=ibis.schema(kinds), source=self).to_expr()

    def _drop_cached_table(self, name: str) -> None:
        # Whoever lets go of a table may be in the midst of reading from his own cursor.
        assert self._first is not None
        self._first.cursor().execute(f"DROP TABLE IF EXISTS {quoted(name)}")

    def _finalize_cached_table(self, name: str) -> None:
        entry = self._cache_name_to_entry.pop(name, None)
        if entry is None:
            return
        # Two threads may have kept the same rows at once: each lets go of its own alone.
        if self._cache_op_to_entry.get(entry.orig_op) is entry:
            del self._cache_op_to_entry[entry.orig_op]
        entry.finalizer.detach()
        try:
            self._drop_cached_table(name)
        except Exception:  # at the end of a process the database may be gone before its tables
            if not sys.is_finalizing():
                raise

    def _create_cached_table(self, name: str, expr: ir.Table) -> ir.Table:
        return self.held(name, expr)

    def _register_in_memory_tables(self, expr: ir.Expr) -> None:
        self._tell(self._verify_in_memory_tables_are_unique(expr))

    def _tell(self, tables: Sequence[ops.InMemoryTable]) -> None:
        """Tables in memory are known to one cursor alone."""
        if not hasattr(self._here, "told"):
            self._here.told = WeakSet()
        for table in tables:
            if table not in self._here.told:
                self._register_in_memory_table(table)
                self._here.told.add(table)

    def _text(self, rows: ir.Table, shape: Shape | None) -> str:
        if shape is None:
            return super().compile(rows)
        tables = [quoted(name) for name in shape.tables]
        template = texts().get(shape.digest, lambda: self._template(rows, shape, tables))
        if template is None:
            return super().compile(rows)
        return template.filled(tables, [self._day(day) for day in shape.days])

    def _template(self, rows: ir.Table, shape: Shape, tables: list[str]) -> Template | None:
        """The text with days that stand nowhere else, in whose places others go."""
        far = {day: _far(n, day) for n, day in enumerate(shape.days)}
        asked = rows.op().replace(far, filter=None).to_expr() if far else rows
        sql = super().compile(asked)
        return Template.of(sql, tables, [self._day(day) for day in far.values()])

    def _day(self, day: ops.Literal) -> str:
        said = self.compiler.visit_Literal(day, value=day.value, dtype=day.dtype)
        return str(said.sql(self.dialect))


class _Arrow(PyArrowData):  # type: ignore[misc]
    """Ibis' own way, but for columns of nothing, which have no type to be cast to."""

    @classmethod
    def convert_scalar(cls, scalar: pa.Scalar, dtype: dt.DataType) -> pa.Scalar:
        return pa.scalar(None) if dtype.is_null() else super().convert_scalar(scalar, dtype)

    @classmethod
    def convert_column(cls, column: Any, dtype: dt.DataType) -> Any:
        return pa.nulls(len(column)) if dtype.is_null() else super().convert_column(column, dtype)


def quoted(name: str) -> str:
    """A name as SQL has it."""
    return '"' + name.replace('"', '""') + '"'


def _written_out(table: pa.Table) -> str | None:
    """The columns of a small table in SQL; None where it is not small, or of other values."""
    if table.num_rows > FEW:
        return None
    columns = []
    for name in table.column_names:
        values = [_literal(value) for value in table[name].to_pylist()]
        if any(value is None for value in values):
            return None
        kind = _as_sql(dt.Array(_arrow_kind(table.schema.field(name).type)))
        columns.append(
            f"UNNEST(CAST([{', '.join(map(str, values))}] AS {kind})) AS {quoted(name)}"
        )
    return ", ".join(columns)


def _literal(value: object) -> str | None:
    """A value in SQL; None for one that is never written out."""
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return None if "\0" in value else _text(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return _text(value.isoformat())
    return None


def _is_plain(options: Mapping[str, Any]) -> bool:
    """Whether all is asked for, and nothing else: Ibis calls that both None and "default"."""
    return all(each in (None, "default") for each in options.values())


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _shape(expr: ir.Expr) -> Shape | None:
    try:
        return shape_of(expr.as_table().op())
    except Shapeless:
        return None


def _far(n: int, day: ops.Literal) -> ops.Literal:
    """A day or an instant of the same type that no other has."""
    if day.dtype.is_date():
        return ops.Literal(date(FAR + n, 1, 1), day.dtype)
    zone = UTC if day.dtype.timezone else None
    return ops.Literal(datetime(FAR + n, 1, 1, tzinfo=zone), day.dtype)


@lru_cache(maxsize=500)
def _arrow_kind(kind: pa.DataType) -> dt.DataType:
    return PyArrowType.to_ibis(kind)


@lru_cache(maxsize=500)
def _kind(name: str) -> dt.DataType:
    return dt.dtype(name)


@lru_cache(maxsize=500)
def _as_sql(kind: dt.DataType) -> str:
    return str(DuckDB.compiler.type_mapper.to_string(kind))


@lru_cache(maxsize=500)
def _as_described(kind: dt.DataType) -> dt.DataType:
    """A column's type as DuckDB would tell it of a table that was made with it."""
    return DuckDB.compiler.type_mapper.from_string(_as_sql(kind))
