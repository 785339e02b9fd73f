"""What people decided about music: one append-only log in SQLite, beside the tables of facts.

A decision is one short transaction of its own, so it never waits for an import. `decisions` is
the log; each table of kind "decision" is a view of it, for SQL and for the engine alike.
"""

import os
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import itemgetter
from pathlib import Path
from threading import Lock, get_ident
from typing import TYPE_CHECKING, Any, Final

from kaigai.facts.decision_rows import (
    LOG,
    Row,
    Stored,
    array,
    columns,
    stored,
    view,
)
from kaigai.facts.table import TABLES, Table
from kaigai.terms.instants import EPOCH, micros
from kaigai.terms.text import Refused, Text

if TYPE_CHECKING:
    import pyarrow as pa

FILE: Final = "decisions.sqlite"
WAIT_SECONDS: Final = 30  #: for others' decisions, each of which takes a millisecond
OPEN: Final = 16  #: logs that a process keeps open

#: `field` is JSON, an array of what the question depends on; `detail` an object of the rest;
#: `at` microseconds since 1970 in UTC; `facts` the commit that was seen.
SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS decisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    question TEXT NOT NULL,
    subject_kind TEXT,
    subject_id TEXT,
    field TEXT NOT NULL,
    value TEXT,
    status TEXT,
    "by" TEXT,
    "at" INTEGER NOT NULL,
    facts INTEGER,
    note TEXT,
    detail TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS decisions_about
    ON decisions (question, subject_kind, subject_id, field, id);
CREATE TABLE IF NOT EXISTS carried (question TEXT PRIMARY KEY, decisions INTEGER NOT NULL);
"""
_INSERT: Final = "INSERT INTO decisions ({}) VALUES ({})".format(  # noqa: S608
    ", ".join(f'"{name}"' for name in Stored._fields), ", ".join("?" * len(Stored._fields))
)


@dataclass(frozen=True, slots=True)
class Newer:
    """A decision that somebody took about the same thing meanwhile."""

    subject: str
    value: str | None
    status: str | None
    by: str | None
    at: datetime


class DecidedMeanwhile(Refused):
    """Somebody decided about the same thing since it was looked at; nothing was written."""

    def __init__(self, newer: Sequence[Newer]) -> None:
        super().__init__(_meanwhile(newer))
        self.newer = tuple(newer)


class NotWritable(Refused):
    """The log of decisions cannot be opened or written; the text says why."""


class Decisions:
    """The log of a workspace, whole or until a decision or an instant.

    until  the last decision's id, or an instant; None: all there are, whenever it is asked
    """

    def __init__(self, root: Path, until: int | datetime | None = None) -> None:
        self.path = root / FILE
        self.until = until

    def pinned(self) -> "Decisions":
        """The same decisions, without those that are still to come."""
        if self.until is not None:
            return self
        return Decisions(self.path.parent, self.newest())

    def newest(self, question: str | None = None) -> int:
        """The id of the newest decision, of a question if one is named; 0 where there is none."""
        if question is None and isinstance(self.until, int):
            return self.until
        where, given = self._where(question)
        return int(self._asked(f"SELECT max(id) FROM decisions {where}", given)[0][0] or 0)  # noqa: S608

    def __contains__(self, question: str) -> bool:
        where, given = self._where(None if question == LOG else question)
        return bool(self._asked(f"SELECT 1 FROM decisions {where} LIMIT 1", given)[0][0])  # noqa: S608

    def arrow(self, table: Table) -> "pa.Table":
        """The decisions of a table in its own columns, oldest first."""
        import pyarrow as pa

        where, given = self._where(None if table.name == LOG else table.name)
        chosen = ", ".join(f'{said} AS "{name}"' for name, said in columns(table).items())
        asked = f"SELECT {chosen} FROM decisions {where} ORDER BY id"  # noqa: S608
        rows = self._asked(asked, given, nothing=[])
        values = zip(*rows, strict=True) if rows else [()] * len(table.columns)
        arrays = [
            array(list(each), kind)
            for each, kind in zip(values, table.columns.values(), strict=True)
        ]
        return pa.Table.from_arrays(arrays, schema=table.arrow_schema())

    def add(
        self, decided: Mapping[str, Sequence[Row]], *, facts: int, seen: int | None = None
    ) -> int:
        """Write decisions, all or none; returns the id of the last.

        decided  rows by table, in its columns
        facts    the number of the commit that was looked at
        seen     the newest decision that was known to who decides; None: whatever stands

        Raises DecidedMeanwhile where somebody said otherwise of the same question since `seen`.
        """
        new = [stored(TABLES[name], row, facts) for name, rows in decided.items() for row in rows]
        with self._writing() as log:
            if seen is not None and (newer := _newer(log, new, seen)):
                raise DecidedMeanwhile(newer)
            log.executemany(_INSERT, new)
            return int(log.execute("SELECT max(id) FROM decisions").fetchone()[0] or 0)

    def carry(self, old: Mapping[str, "Callable[[], pa.Table]"]) -> None:
        """Take over the decisions of a workspace of old, once: tables by name, as they lie."""
        if all(self._is_carried(name) for name in old):
            return
        with self._writing() as log:
            known = {name for (name,) in log.execute("SELECT question FROM carried")}
            for name in old.keys() - known:
                rows = sorted(old[name]().to_pylist(), key=itemgetter("at"))
                log.executemany(_INSERT, [stored(TABLES[name], row, None) for row in rows])
                log.execute("INSERT INTO carried VALUES (?, ?)", (name, len(rows)))

    def _is_carried(self, name: str) -> bool:
        asked = "SELECT count(*) FROM carried WHERE question = ?"
        return bool(self._asked(asked, (name,))[0][0])

    def _where(self, question: str | None) -> tuple[str, tuple[object, ...]]:
        said: list[str] = []
        given: list[object] = []
        if question is not None:
            said.append("question = ?")
            given.append(question)
        if isinstance(self.until, datetime):
            said.append('"at" <= ?')
            given.append(micros(self.until))
        elif self.until is not None:
            said.append("id <= ?")
            given.append(self.until)
        return (f"WHERE {' AND '.join(said)}" if said else ""), tuple(given)

    def _asked(
        self, sql: str, given: Sequence[object], nothing: Sequence[Any] = ((0,),)
    ) -> list[Any]:
        """The rows of a question; `nothing` where nobody decided anything yet."""
        if not self.path.exists():
            return list(nothing)
        try:
            with closing(_reading(self.path)) as log:
                return log.execute(sql, tuple(given)).fetchall() or list(nothing)
        except sqlite3.Error as error:
            raise NotWritable(_unusable(self.path, error)) from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: who else decides in this process waits his turn, others for a moment."""
        try:
            held = _held(self.path)
            with held.turn:
                held.log.execute("BEGIN IMMEDIATE")
                try:
                    yield held.log
                    held.log.execute("COMMIT")
                except BaseException:
                    held.log.execute("ROLLBACK")
                    raise
        except (OSError, sqlite3.Error) as error:
            raise NotWritable(_unusable(self.path, error)) from error


def _newer(log: sqlite3.Connection, new: Sequence[Stored], seen: int) -> list[Newer]:
    """What others said of the same questions since, where it is not the same."""
    if int(log.execute("SELECT max(id) FROM decisions").fetchone()[0] or 0) <= seen:
        return []
    ours: dict[tuple[str, str, str, str], set[tuple[str | None, str | None]]] = {}
    for each in new:
        about = each.question, each.subject_kind, each.subject_id, each.field
        ours.setdefault(about, set()).add((each.value, each.status))
    found = []
    for about, said in ours.items():
        rows = log.execute(
            'SELECT subject_id, value, "status", "by", "at" FROM decisions WHERE question = ?'
            " AND subject_kind IS ? AND subject_id IS ? AND field = ? AND id > ? ORDER BY id",
            (*about, seen),
        )
        found += [
            Newer(subject, value, status, by, EPOCH + timedelta(microseconds=at))
            for subject, value, status, by, at in rows
            if (value, status) not in said
        ]
    return found


class _Turn:
    """A lock that is had in the order in which it was asked for: of many who decide at once a
    plain one lets some wait for all others, again and again."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: deque[Lock] = deque()  # the first has the turn

    def __enter__(self) -> None:
        mine = Lock()
        mine.acquire()
        with self._lock:
            self._waiting.append(mine)
            is_first = len(self._waiting) == 1
        if not is_first:
            mine.acquire()

    def __exit__(self, *error: object) -> None:
        with self._lock:
            self._waiting.popleft()
            if self._waiting:
                self._waiting[0].release()


@dataclass(frozen=True, slots=True)
class _Held:
    """An open log; its connection is one thread's at a time."""

    log: sqlite3.Connection
    turn: _Turn


_logs: dict[tuple[int, Path], _Held] = {}
_opening = Lock()


def _held(path: Path) -> _Held:
    """This process' connection, which stays: opening and closing one costs more than deciding."""
    key = (os.getpid(), path.absolute())
    with _opening:
        held = _logs.get(key)
        if held is None or not path.exists():
            held = _logs[key] = _Held(_opened(path), _Turn())
            while len(_logs) > OPEN:
                del _logs[next(iter(_logs))]
        return held


def _opened(path: Path) -> sqlite3.Connection:
    if not path.exists():
        _make(path)
    log = _connected(path)
    log.execute("BEGIN IMMEDIATE")
    known = dict(log.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'"))
    for table in (each for each in TABLES.values() if each.decided is not None):
        if known.get(table.name) != view(table):
            log.execute(f"DROP VIEW IF EXISTS {table.name}")
            log.execute(view(table))
    log.execute("COMMIT")
    return log


def _make(path: Path) -> None:
    """An empty log, which is there with its tables or not at all; others may make it, too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}-{get_ident()}")
    try:
        with closing(_connected(draft)) as log:
            log.executescript(SCHEMA)
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _connected(path: Path) -> sqlite3.Connection:
    log = sqlite3.connect(
        path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
    )
    # What somebody decided outlives the machine's power: every transaction is on disk.
    log.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
    return log


def _reading(path: Path) -> sqlite3.Connection:
    """A connection that only reads; of a folder that nobody may write, as it lies."""
    log = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=WAIT_SECONDS)
    try:
        log.execute("SELECT 1 FROM sqlite_master")
    except sqlite3.OperationalError:
        log.close()
        log = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)
    return log


def _meanwhile(newer: Sequence[Newer]) -> Text:
    """The first of them in words, and how many more there are."""
    first, rest = newer[0], len(newer) - 1
    is_plain = first.value and not first.value.startswith("[")  # several things are JSON
    said = (first.value if is_plain else first.status) or ""
    more_en, more_ja = (f" (and {rest} more)", f"(ほか{rest}件)") if rest else ("", "")
    return Text(
        en=f"{first.by} decided about {first.subject} meanwhile: {said}{more_en}; nothing was "
        "written: look again, and decide anew",
        ja=f"その間に {first.by} さんが {first.subject} を「{said}」と決めました{more_ja}。"
        "何も書き込んでいません。内容を確かめて、もう一度決めてください",
    )


def _unusable(path: Path, error: Exception) -> Text:
    return Text(
        en=f"{path}: the log of decisions cannot be used ({error}); check that the folder can be "
        "written and the disk has room, and try again",
        ja=f"{path}: 決定の記録を使えません({error})。フォルダに書き込めるか、"
        "ディスクに空きがあるかを確かめて、もう一度お試しください",
    )
