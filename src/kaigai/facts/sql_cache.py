"""Questions that are put into SQL once and then asked often: a page cannot wait for a compiler."""

from collections.abc import Callable, Hashable, Mapping
from functools import partial
from threading import Lock, RLock
from typing import TYPE_CHECKING, Final, Generic, TypeVar

import ibis
import ibis.expr.types as ir

from kaigai.facts.engine import DUCKDB, Engine
from kaigai.facts.store import Facts

if TYPE_CHECKING:
    import pyarrow as pa

Found = TypeVar("Found")
Tables = Mapping[str, ir.Table]
Question = Callable[[Tables], ir.Table]
#: `Warm.ask`, or `plainly`.
Ask = Callable[[Hashable, Question, Tables, "Mapping[str, pa.Table]"], "pa.Table"]

QUESTIONS: Final = 500  #: that stay in SQL
ANSWERS: Final = 200  #: of one engine that are remembered
ENGINES: Final = 4  #: that stay warm: one for each workspace that is asked


class Remembered(Generic[Found]):
    """What was found by its name, for all threads; what was asked for least lately goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()  # held for a moment, never while something is found
        self._found: dict[Hashable, Found] = {}
        self._turns: dict[Hashable, RLock] = {}

    def get(self, what: Hashable, find: Callable[[], Found]) -> Found:
        """What was found before, else now: by one thread, while others wait who want the same."""
        with self._lock:
            if what in self._found:
                return self._again(what)
            turn = self._turns.setdefault(what, RLock())
        with turn:
            with self._lock:
                if what in self._found:  # by whose turn it was before
                    return self._again(what)
            try:
                found = find()
                with self._lock:
                    self._found[what] = found
                    while len(self._found) > self._most:
                        del self._found[next(iter(self._found))]
                return found
            finally:
                with self._lock:
                    self._turns.pop(what, None)

    def keep(self, wanted: Callable[[Hashable], bool]) -> None:
        """Forget all but what has a name that is wanted."""
        with self._lock:
            self._found = {name: each for name, each in self._found.items() if wanted(name)}

    def known(self) -> list[tuple[Hashable, Found]]:
        """All that is remembered, by name."""
        with self._lock:
            return list(self._found.items())

    def _again(self, what: Hashable) -> Found:
        found = self._found[what] = self._found.pop(what)
        return found

    def __len__(self) -> int:
        return len(self._found)


class Warm:
    """An engine that remembers what it was asked, for as long as nothing is written.

    Threads share it: each asks with a cursor of its own.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._once: Remembered[object] = Remembered(ANSWERS)
        self._known: Remembered[ir.Table] = Remembered(QUESTIONS)

    def once(self, what: Hashable, find: Callable[[], Found]) -> Found:
        """What was found under that name before, else now."""
        return self._once.get(what, find)  # type: ignore[return-value]

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
            self._known.get(name, partial(self._viewed, name, rows))
        schemas = {name: rows.schema() for name, rows in tables.items()}
        schemas |= {name: ibis.Schema.from_pyarrow(rows.schema) for name, rows in given.items()}
        sql = self._worded((what, tuple(sorted(schemas.items()))), question, schemas)
        named = {f"asked_{name}": table for name, table in given.items()}
        found: pa.Table = self.engine.connection.answer(sql, named)
        return found

    def _viewed(self, name: str, rows: ir.Table) -> ir.Table:
        """Let SQL call a table by its name; it is held, for its view outlives the asking."""
        self.engine.connection.viewed(f"asked_{name}", rows)
        return rows

    def _worded(
        self, key: Hashable, question: Question, schemas: "Mapping[str, ibis.Schema]"
    ) -> str:
        def compiled() -> str:
            named = {name: ibis.table(schema, f"asked_{name}") for name, schema in schemas.items()}
            return str(self.engine.connection.compile(question(named)))

        return _sql.get(key, compiled)


_sql: Remembered[str] = Remembered(QUESTIONS)
_warm: Remembered[Warm] = Remembered(ENGINES)


def warm(facts: Facts, url: str = DUCKDB) -> Warm:
    """The engine that was asked last about this workspace, where its facts are as they are now.

    That of earlier facts goes, when those who still ask it are done.
    """
    now = facts.pinned()
    place = (now.root.resolve(), url)
    state = (now.commit.number, now.commit.at, now.decisions.newest())

    def made() -> Warm:
        # A decision changes nothing for those who ask nothing about it.
        for (other, known_state), known in _warm.known():  # type: ignore[misc]
            if other == place and known_state[:2] == state[:2] and known.engine.follow(now):  # type: ignore[has-type]
                return known
        return Warm(Engine(now, url))

    found = _warm.get((place, state), made)
    # Who still asks earlier facts must not make those of now be warmed up again.
    _warm.keep(lambda each: each[0] != place or each[1] >= state)  # type: ignore[index]
    return found


def plainly(
    what: Hashable, question: Question, tables: Tables, given: "Mapping[str, pa.Table]"
) -> "pa.Table":
    """The rows of a question, put into SQL for this once: as `Warm.ask` for one who asks once."""
    own = {name: ibis.memtable(rows) for name, rows in given.items()}
    return question({**tables, **own}).to_pyarrow()
