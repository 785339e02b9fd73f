"""The engine: fact tables as Ibis expressions, on DuckDB or on Spark, over the same files."""

import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from threading import Lock, RLock
from typing import TYPE_CHECKING, Any

import ibis
import ibis.expr.types as ir

from kaigai.facts.duckdb_backend import DuckDB
from kaigai.facts.spark_backend import on_spark
from kaigai.facts.store import Facts
from kaigai.facts.table import TABLES, Table, decision_tables

if TYPE_CHECKING:
    import pyarrow as pa

DUCKDB = "duckdb://"

#: Kinds of delivery whose rows are never seen.
UNSEEN = ("purge", "test")

#: Tables of very many rows, which are never copied into the engine.
LARGE = ("usage", "usage_monthly")
SMALL = 8 * 1024**2  #: bytes of Parquet that one thread is quickest with
FEW = 500  #: dead deliveries that are named one by one


class TableAbsent(KeyError):
    """Nothing was ever read into a table that is asked for."""


@ibis.udf.agg.builtin  # type: ignore[untyped-decorator]
def bit_or(value: int) -> int:  # type: ignore[empty-body]
    """The bitwise or of a column; declared once, because Spark's Ibis backend lacks it."""


@ibis.udf.agg.builtin  # type: ignore[untyped-decorator]
def bit_xor(value: int) -> int:  # type: ignore[empty-body]
    """The bitwise exclusive or of a column, declared like `bit_or`."""


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
def to_json(value) -> str:  # type: ignore[empty-body,no-untyped-def]
    """A struct as JSON text; built in on both engines."""


class Engine(Mapping[str, ir.Table]):
    """Tables by name, as they stand now.

    `engine["names"]` is the current view: rows of live deliveries, one per key where the
    table says so. `engine["all_recordings"]` is every live row, before one per key is
    chosen. A view is computed once and kept for the life of the engine, but for LARGE ones.
    """

    def __init__(self, facts: Facts, url: str = DUCKDB) -> None:
        self.facts = facts.pinned()
        self.connection: Any = _on_duckdb(self.facts) if url == DUCKDB else on_spark(url)
        self._kept: dict[str, ir.Table] = {}
        self._stored: dict[str, ir.Table] = {}
        self._making = RLock()  # each view is computed once, whoever asks for it first
        self._decided: dict[str, int] = {}  # the newest decision of each question it was asked
        self._deciding = Lock()

    def __getitem__(self, name: str) -> ir.Table:
        if name not in self._kept:
            with self._making:
                if name not in self._kept:
                    rows = self.view(name)
                    self._kept[name] = self.materialised(rows) if _is_computed(name) else rows
        return self._kept[name]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and (
            name in self._kept or name.removeprefix("all_") in self._facts_of(name)
        )

    def follow(self, facts: Facts) -> bool:
        """Take the decisions of later facts as its own; False where one of them is about what it
        was asked already, and all that it knows may have changed."""
        with self._deciding:
            later = facts.decisions
            if later.newest() <= self.facts.decisions.newest() or any(
                later.newest(question) != known for question, known in self._decided.items()
            ):
                return False
            self.facts = facts
            return True

    def _facts_of(self, name: str) -> Facts:
        """The facts to look a table up in; a question about decisions is remembered."""
        name = name.removeprefix("all_")
        if name in decision_tables():
            with self._deciding:
                self._decided.setdefault(name, self.facts.decisions.newest(name))
                return self.facts
        return self.facts

    def __iter__(self) -> Iterator[str]:
        return (name for name in TABLES if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def give(self, name: str, rows: ir.Table) -> ir.Table:
        """Keep a computed table under a name, materialised, for those who ask later."""
        self._kept[name] = self.materialised(rows)
        return self._kept[name]

    def materialised(self, rows: ir.Table) -> ir.Table:
        """Rows computed now, on this engine's own connection, for as long as they are held."""
        return self.connection._cached_table(rows)

    def has(self, name: str) -> bool:
        """Whether a table of that name was asked for, or given, already."""
        return name in self._kept

    def empty(self, name: str) -> ir.Table:
        """A table of that name without rows, held by this engine like any other."""
        return self.connection._cached_table(
            ibis.memtable(TABLES[name].arrow_schema().empty_table())
        )

    def stored(self, table: Table, facts: Facts | None = None) -> ir.Table:
        """Every stored row with the declared columns, of these facts if others than the
        engine's own are given; raises TableAbsent."""
        if facts is not None:
            return self._laid_open(table, facts, ibis.util.gen_name("stored"))
        if table.name not in self._stored:
            with self._making:
                name = f"stored_{table.name}"
                self._stored[table.name] = self._laid_open(table, self._facts_of(table.name), name)
        return self._stored[table.name]

    def _laid_open(self, table: Table, facts: Facts, name: str) -> ir.Table:
        if table.kind == "decision":
            if table.name not in facts:
                raise TableAbsent(table.name)
            return self.materialised(ibis.memtable(facts.arrow(table.name)))
        files = facts.files(table.name)
        if not files and table.name in facts:
            return self.empty(table.name)  # written, without a row
        if not files:
            raise TableAbsent(table.name)
        if self.connection.name == "duckdb":
            return self.connection.parquet(name, files, table.stored)
        rows = self._on_spark(files)
        return rows.select(
            **{
                name: rows[name].cast(kind) if name in rows.columns else ibis.null(kind)
                for name, kind in table.stored.items()
            }
        )

    def _on_spark(self, files: list[str]) -> ir.Table:
        name = ibis.util.gen_name("stored")  # a session of Spark's may serve several engines
        # Ibis reads one path on Spark; Spark itself reads many.
        reader = self.connection._session.read.option("mergeSchema", True)
        reader.parquet(*files).createOrReplaceTempView(name)
        return self.connection.table(name)

    def view(self, name: str) -> ir.Table:
        """The rows of `engine[name]`, not kept: to look up a few, or to pass all on once."""
        if name in self._kept:
            return self._kept[name]
        if name == "deliveries":
            return live(self.stored(TABLES["deliveries"]))
        table = TABLES[name.removeprefix("all_")]
        rows = self.stored(table)
        if table.kind == "interned":
            return rows.distinct(on=table.key, keep="first")
        if table.kind != "fact":
            return rows
        if not table.one_per_key:
            return self._live_of(rows)
        live_only = rows.inner_join(
            self["deliveries"].select("delivery_id", "standing", "delivered_at"), "delivery_id"
        )
        if not name.startswith("all_"):
            live_only = newest(live_only, table.key)
        return live_only.drop("standing", "delivered_at")

    def _live_of(self, rows: ir.Table) -> ir.Table:
        """The rows of live deliveries: where few are dead these are named, which costs a scan
        of a hundred million rows less than a join does."""
        dead = self._dead
        if not dead:
            return rows
        if len(dead) <= FEW:
            return rows.filter(rows.delivery_id.notin(dead))
        return rows.semi_join(self["deliveries"], "delivery_id")

    @cached_property
    def _dead(self) -> list[str]:
        stored = self.stored(TABLES["deliveries"]).select("delivery_id").distinct()
        dead = stored.anti_join(self["deliveries"], "delivery_id")
        return dead.to_pyarrow()["delivery_id"].to_pylist()


def _on_duckdb(facts: Facts) -> Any:
    """A database of its own; on few rows threads only wait for each other."""
    return DuckDB().connect(threads=1) if _are_few(facts) else DuckDB().connect()


def _are_few(facts: Facts) -> bool:
    """Whether all rows lie in a few megabytes, as far as the commit tells the files."""
    commit, size = facts.commit, 0
    if any(table not in commit.files for table in commit.versions):
        return False
    for table in commit.versions:
        for file in facts.files(table):
            size += os.stat(file).st_size
            if size > SMALL:
                return False
    return True


def _is_computed(name: str) -> bool:
    """Whether a view is worth keeping: others are as quick to scan where they lie."""
    if name == "deliveries":
        return True
    table = TABLES[name.removeprefix("all_")]
    return table.kind in ("fact", "interned") and table.name not in LARGE


def live(deliveries: ir.Table) -> ir.Table:
    """The newest delivery of each scope, without purges and tests.

    `withdrawn` says that it carries no deals although an earlier one of its scope did:
    in ERN 4 that is how a release is taken down.
    """
    real = deliveries.filter(deliveries.kind != "test")
    order = [
        real.delivered_at.desc(),
        real.read_at.desc(),
        real.delivery_id.desc(),
    ]
    ranked = real.mutate(
        place=ibis.row_number().over(group_by=real.scope, order_by=order),
        ever=real.has_deals.cast("int64").max().over(group_by=real.scope),
    )
    newest_only = ranked.filter((ranked.place == 0) & ranked.kind.notin(UNSEEN))
    withdrawn = (newest_only.ever == 1) & ~newest_only.has_deals.fill_null(True)
    return newest_only.mutate(withdrawn=withdrawn.fill_null(False)).drop("place", "ever")


def newest(rows: ir.Table, key: tuple[str, ...]) -> ir.Table:
    """One row per key: the highest standing first, then the newest delivery.

    What that one leaves open is filled by the next that says it: a label's list may know the
    home of an artist whom a delivery message only names.
    """
    order = [rows.standing.desc(), rows.delivered_at.desc(), rows.delivery_id.desc()]
    keys = [rows[column] for column in key]
    ranked = rows.mutate(
        place=ibis.row_number().over(group_by=keys, order_by=order),
        of=rows.count().over(group_by=keys),
    )
    alone = ranked.filter(ranked.of == 1).select(*rows.columns)
    shared = ranked.filter(ranked.of > 1)
    filled = {
        column: shared[column].argmin(shared.place, where=shared[column].notnull())
        for column in rows.columns
        if column not in key
    }
    together = shared.group_by(*key).agg(**filled)
    return ibis.union(alone, together.select(*rows.columns))


def arrow(rows: ir.Table) -> "pa.Table":
    """An expression's rows as an Arrow table."""
    return rows.to_pyarrow()
