"""Questions that are put into SQL once and then asked often: a page cannot wait for a compiler."""

import threading
from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

import ibis
import ibis.expr.types as ir

from kaigai.facts.engine import DUCKDB, Engine
from kaigai.facts.store import Facts

if TYPE_CHECKING:
    import pyarrow as pa

Found = TypeVar("Found")
Tables = Mapping[str, ir.Table]
Question = Callable[[Tables], ir.Table]

_MOST: Final = 500  #: questions that stay in SQL
_sql: dict[Hashable, str] = {}
#: `Warm.ask`, or `plainly`.
Ask = Callable[[Hashable, Question, Tables, "Mapping[str, pa.Table]"], "pa.Table"]
_here = threading.local()


class Warm:
    """An engine that remembers what it was asked, for as long as nothing is written."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        if engine.connection.name == "duckdb":
            engine.connection.raw_sql("SET enable_progress_bar = false")
            # Files of a table are never changed, so what stands in them may be remembered.
            engine.connection.raw_sql("SET parquet_metadata_cache = true")
        self._once: dict[Hashable, object] = {}
        self._known: dict[str, ir.Table] = {}

    def once(self, what: Hashable, find: Callable[[], Found]) -> Found:
        """What was found under that name before, else now."""
        if what not in self._once:
            self._once[what] = find()
        return self._once[what]  # type: ignore[return-value]

    def ask(
        self,
        what: Hashable,
        question: Question,
        tables: Tables,
        given: "Mapping[str, pa.Table]",
    ) -> "pa.Table":
        """The rows of a question about some tables.

        what      names the question and all that its wording depends on
        tables    of this engine; the same name is the same table every time
        given     small tables of the caller's own, which may be others every time
        """
        if self.engine.connection.name != "duckdb":
            return plainly(what, question, tables, given)
        for name, rows in tables.items():
            self._know(name, rows)
        schemas = {name: rows.schema() for name, rows in tables.items()}
        schemas |= {name: ibis.Schema.from_pyarrow(rows.schema) for name, rows in given.items()}
        sql = _worded((what, tuple(sorted(schemas.items()))), question, schemas)
        raw = self.engine.connection.con
        for name, table in given.items():
            raw.register(f"asked_{name}", table)
        return raw.sql(sql).to_arrow_table()

    def _know(self, name: str, rows: ir.Table) -> None:
        """Let SQL call a table by its name."""
        if name not in self._known:
            self.engine.connection.create_view(f"asked_{name}", rows, overwrite=True)
            self._known[name] = rows


def warm(facts: Facts, url: str = DUCKDB) -> Warm:
    """The engine that this thread asked last, where it is of the same facts as they are now."""
    of = (facts.root.resolve(), facts.commit.number, url)
    if getattr(_here, "of", None) != of:
        _here.warm, _here.of = Warm(Engine(facts, url)), of
    found: Warm = _here.warm
    return found


def plainly(
    what: Hashable, question: Question, tables: Tables, given: "Mapping[str, pa.Table]"
) -> "pa.Table":
    """The rows of a question, put into SQL for this once: as `Warm.ask` for one who asks once."""
    own = {name: ibis.memtable(rows) for name, rows in given.items()}
    return question({**tables, **own}).to_pyarrow()


def _worded(key: Hashable, question: Question, schemas: "Mapping[str, ibis.Schema]") -> str:
    if key not in _sql:
        if len(_sql) >= _MOST:
            _sql.clear()
        named = {name: ibis.table(schema, f"asked_{name}") for name, schema in schemas.items()}
        _sql[key] = ibis.to_sql(question(named), dialect="duckdb")
    return _sql[key]
