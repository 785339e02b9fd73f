"""The store: Delta tables, and one small file per commit that says which version of each holds.

All tables of one commit become visible together: rows are written to the Delta tables first,
and the commit file, written last and atomically, names the versions that count. A killed
process leaves versions that no commit names; the next writer rolls them back.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from kaigai.facts.decisions import FILE as DECISIONS
from kaigai.facts.decisions import DecidedMeanwhile, Decisions, Row
from kaigai.facts.parts import Draft, Drafts, Written, drafting, typed
from kaigai.facts.settings import Settings, load_settings
from kaigai.facts.table import TABLES, Table
from kaigai.terms.text import Refused, Text

if TYPE_CHECKING:
    import pyarrow as pa
    from deltalake import DeltaTable

LOCK_SECONDS = 600
JUDGED = 5  #: times that a judgement is made where others decide meanwhile
COMPACT_AT = 40  #: files of one table before small ones are brought together
COMPACT_TO = 16 * 1024**2  #: bytes; a larger file is left as it is
MANY = 100_000  #: rows that are written as a file of their own at once


Judged = TypeVar("Judged")


class StoreError(Refused):
    """The workspace cannot be used as asked; the text says what to do."""


class Locked(StoreError):
    """Another process is writing."""


@dataclass(frozen=True, slots=True)
class Commit:
    """One state of the whole store: which version of each table counts, and in which files it
    lies, so that nobody need ask Delta's log for them. Commits of old do not tell the files."""

    number: int
    at: datetime
    what: str
    versions: Mapping[str, int]
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    #: The newest decision that was there when a table was written.
    decided: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """Rows to add to a table, or to put in place of all it has."""

    table: str
    rows: "pa.Table"
    mode: Literal["append", "replace"] = "append"


NOTHING_YET = Commit(0, datetime.min.replace(tzinfo=UTC), "empty", {})


class Facts:
    """A workspace folder: its tables as of its newest commit, or of an earlier one, and what
    people decided until now, or until a decision or an instant."""

    def __init__(
        self, root: Path, commit: Commit | None = None, until: int | datetime | None = None
    ) -> None:
        self.root = root
        self._pinned = commit
        self._decisions = Decisions(root, until)

    @classmethod
    def open(cls, root: Path | str, *, create: bool = False) -> "Facts":
        """The workspace at `root`; raises StoreError when there is none and `create` is off."""
        folder = Path(root)
        if create:
            (folder / "commits").mkdir(parents=True, exist_ok=True)
        if not (folder / "commits").is_dir() and not (folder / DECISIONS).is_file():
            raise StoreError(_no_workspace(folder))
        return cls(folder)

    @cached_property
    def settings(self) -> Settings:
        """What `settings.toml` says, and defaults for the rest; raises BadSettings."""
        path = self.root / "settings.toml"
        return load_settings(path.read_bytes() if path.is_file() else b"")

    @property
    def commit(self) -> Commit:
        """The state that is read: the pinned one, else the newest."""
        return self._pinned or self._newest()

    @property
    def decisions(self) -> Decisions:
        """What people decided; those of a workspace of old are carried over first, once."""
        if old := decision_tables() & self.commit.versions.keys():
            facts = Facts(self.root, self._newest())
            self._decisions.carry({name: partial(facts._written, name) for name in old})
        return self._decisions

    def pinned(self) -> "Facts":
        """The same facts, held at the commit and the decision that are newest now."""
        until = self.decisions.pinned().until
        return Facts(self.root, self.commit, until)

    def as_of(self, at: datetime) -> "Facts":
        """The facts as the store knew them at an instant; raises StoreError if before all."""
        for commit in reversed(self.history()):
            if commit.at <= at:
                return Facts(self.root, commit, at)
        raise StoreError(_nothing_before(at))

    def history(self) -> "History":
        """All commits, oldest first."""
        return History(self.root / "commits")

    def __contains__(self, table: str) -> bool:
        if table in decision_tables():
            return table in self.decisions
        return table in self.commit.versions

    def files(self, table: str) -> list[str]:
        """The Parquet files that hold a table's rows; empty when it was never written."""
        commit = self.commit
        version = commit.versions.get(table)
        if version is None:
            return []
        if table not in commit.files:
            return self._delta(table, version).file_uris()
        folder = (self.root / "tables" / table).absolute()
        return [str(folder / name) for name in commit.files[table]]

    def arrow(self, table: str) -> "pa.Table":
        """A table's stored rows, all of them, with the declared columns."""
        if table in decision_tables():
            return self.decisions.arrow(TABLES[table])
        return self._written(table)

    def _written(self, table: str) -> "pa.Table":
        import pyarrow as pa

        schema = TABLES[table].arrow_schema()
        files = self.files(table)
        if not files:
            return pa.Table.from_batches([], schema)
        import pyarrow.parquet as pq

        return pa.concat_tables([plain(fitted(pq.read_table(file), schema)) for file in files])

    def decide(
        self, judge: "Callable[[Facts], tuple[Judged, Mapping[str, Sequence[Row]]]]"
    ) -> Judged:
        """Judge what somebody says on the facts as they are, and write the decisions it makes.

        judge  gives what came of it, and rows by table of kind "decision"

        Where others decide about the same meanwhile it is judged anew, so that no lock is held;
        raises DecidedMeanwhile where that never ends, NotWritable.
        """
        for again in reversed(range(JUDGED)):
            now = self.pinned()
            made, decided = judge(now)
            try:
                if any(decided.values()):
                    seen = now.decisions.newest()
                    now.decisions.add(decided, facts=now.commit.number, seen=seen)
                return made
            except DecidedMeanwhile:
                if not again:
                    raise
        raise AssertionError

    @contextmanager
    def writing(self, wait_seconds: float | None = None) -> Iterator["Writing"]:
        """The only way to write: one writer at a time, all or nothing; makes the folder.

        Raises Locked where another still writes after that time.
        """
        from filelock import FileLock, Timeout

        wait = LOCK_SECONDS if wait_seconds is None else wait_seconds

        (self.root / "commits").mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.root / "lock", timeout=wait):
                yield Writing(self, self._newest())
        except Timeout as error:
            raise Locked(_locked(self.root)) from error

    def drafting(self) -> AbstractContextManager[Drafts]:
        """A place for rows that are written while no table is: it goes when it is left."""
        return drafting(self.root / "drafts")

    def _newest(self) -> Commit:
        folder = self.root / "commits"
        name = max(_commit_names(folder), default=None)
        return NOTHING_YET if name is None else _load_commit(folder / name)

    def _delta(self, table: str, version: int | None = None) -> "DeltaTable":
        from deltalake import DeltaTable

        return DeltaTable(str(self.root / "tables" / table), version=version)


class History(Sequence[Commit]):
    """All commits of a store as it is now, each read when it is looked at."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names = sorted(_commit_names(folder))
        self._read: dict[str, Commit] = {}

    def __len__(self) -> int:
        return len(self._names)

    @overload
    def __getitem__(self, at: int) -> Commit: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Commit]: ...
    def __getitem__(self, at: int | slice) -> Commit | Sequence[Commit]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        name = self._names[at]
        if name not in self._read:
            self._read[name] = _load_commit(self._folder / name)
        return self._read[name]


class Writing:
    """A write under way; nothing is seen by others until `commit`."""

    def __init__(self, facts: Facts, base: Commit) -> None:
        self.facts = Facts(facts.root, base)
        self.base = base
        self._newest_decision = self.facts.decisions.newest()
        self._decided = dict(base.decided)
        kept = base.versions.keys() - decision_tables()  # what was carried over is let go
        self._versions = {name: base.versions[name] for name in base.versions if name in kept}
        self._files = {name: base.files[name] for name in base.files if name in kept}
        self._touched: set[str] = set()

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return bool(self._touched)

    @property
    def seen(self) -> Facts:
        """The facts with what was written so far, before others see it."""
        return Facts(self.facts.root, self._state(self.base.number, self.base.at, self.base.what))

    def write(self, change: Change) -> None:
        """Write rows that nobody sees yet."""
        self._versions[change.table] = self._write(change)
        self._touch(change.table)

    def adopt(self, table: str, parts: Sequence[Written]) -> None:
        """Take parts into a table, where nobody sees them yet."""
        path = self.facts.root / "tables" / table
        self._rolled_back(TABLES[table], path)
        self._begun(TABLES[table], path)
        self._versions[table] = self._adopted(TABLES[table], path, parts)
        self._touch(table)

    def commit(self, *, at: datetime, what: str) -> Commit:
        """Make all that was written visible, together."""
        for table, version in self._versions.items():
            if table not in self._files:  # the commit before was one of old
                self._files[table] = _names(self.facts._delta(table, version))
        commit = self._state(self.base.number + 1, at, what)
        _save_commit(self.facts.root / "commits", commit)
        return commit

    def _state(self, number: int, at: datetime, what: str) -> Commit:
        files, decided = dict(self._files), dict(self._decided)
        return Commit(number, at, what, dict(self._versions), files, decided)

    def _touch(self, table: str) -> None:
        self._touched.add(table)
        self._decided[table] = self._newest_decision

    def _write(self, change: Change) -> int:
        from deltalake import write_deltalake

        table = TABLES[change.table]
        path = self.facts.root / "tables" / table.name
        known = self._rolled_back(table, path)
        append = known and change.mode == "append"
        rows = change.rows
        if rows.num_rows >= MANY:
            self._begun(table, path)
            draft = Draft(path, table)
            draft.write(rows)
            return self._adopted(table, path, draft.close(), "append" if append else "overwrite")
        write_deltalake(
            str(path),
            plain(fitted(rows, table.arrow_schema())),
            mode="append" if append else "overwrite",
            schema_mode="merge" if append else "overwrite",
        )
        return self._compacted(table)

    def _begun(self, table: Table, path: Path) -> None:
        from deltalake import DeltaTable

        if table.name not in self._versions:
            DeltaTable.create(str(path), table.arrow_schema())

    def _adopted(
        self,
        table: Table,
        path: Path,
        parts: Sequence[Written],
        mode: Literal["append", "overwrite"] = "append",
    ) -> int:
        """Files of our own making in a table, as they are."""
        from deltalake.transaction import AddAction

        delta = self.facts._delta(table.name)
        added = []
        for part in parts:
            place = path / part.path.name
            part.path.replace(place)
            status = place.stat()
            said = json.dumps({"numRecords": part.rows})
            changed = int(status.st_mtime * 1000)
            added.append(AddAction(place.name, status.st_size, {}, changed, True, said))
        delta.create_write_transaction(added, mode, table.arrow_schema())
        return self._compacted(table)

    def _rolled_back(self, table: Table, path: Path) -> bool:
        """Whether the table has a state to build on; what no commit names is undone."""
        version = self._versions.get(table.name)
        if version is None:
            shutil.rmtree(path, ignore_errors=True)
            return False
        delta = self.facts._delta(table.name)
        if delta.version() != version:
            delta.restore(version)
        return True

    def _compacted(self, table: Table) -> int:
        """The version that a table has now, when many small files were brought together."""
        delta = self.facts._delta(table.name)
        if len(delta.file_uris()) > COMPACT_AT:
            delta.optimize.compact(target_size=COMPACT_TO)
        self._files[table.name] = _names(delta)
        return delta.version()


@cache
def decision_tables() -> frozenset[str]:
    """The tables that lie in the log of decisions, and in no commit."""
    return frozenset(name for name, table in TABLES.items() if table.kind == "decision")


def fitted(rows: "pa.Table", schema: "pa.Schema") -> "pa.Table":
    """Rows with exactly the columns of a schema: missing ones null, others dropped.

    Texts may stay numbered (Arrow's dictionaries).
    """
    import pyarrow as pa

    columns = [
        typed(rows.column(field.name), field.type)
        if field.name in rows.column_names
        else pa.nulls(rows.num_rows, field.type)
        for field in schema
    ]
    return pa.Table.from_arrays(columns, names=schema.names)


def plain(rows: "pa.Table") -> "pa.Table":
    """The same rows with texts written out."""
    import pyarrow as pa

    columns = [
        column.cast(column.type.value_type) if pa.types.is_dictionary(column.type) else column
        for column in rows.columns
    ]
    return pa.Table.from_arrays(columns, names=rows.column_names)


def _names(delta: "DeltaTable") -> tuple[str, ...]:
    """The files that hold a table's rows, by their names in its folder."""
    return tuple(Path(uri).name for uri in delta.file_uris())


def _commit_names(folder: Path) -> Iterator[str]:
    """Names of commit files, in any order: a year of them is thousands."""
    try:
        return (name for name in os.listdir(folder) if name.endswith(".json"))
    except FileNotFoundError:
        return iter(())


def _load_commit(path: Path) -> Commit:
    content: dict[str, Any] = json.loads(path.read_text())
    at = datetime.fromisoformat(content["at"])
    files = {name: tuple(each) for name, each in content.get("files", {}).items()}
    decided = content.get("decided", {})
    return Commit(content["number"], at, content["what"], content["versions"], files, decided)


def _save_commit(folder: Path, commit: Commit) -> None:
    """Written beside and then linked: a commit is there whole or not at all, and never twice."""
    content = {
        "number": commit.number,
        "at": commit.at.isoformat(),
        "what": commit.what,
        "versions": dict(commit.versions),
        "files": dict(commit.files),
        "decided": dict(commit.decided),
    }
    draft = folder / f".draft-{os.getpid()}"
    with draft.open("w") as stream:
        json.dump(content, stream, indent=1)
        stream.flush()
        os.fsync(stream.fileno())
    try:
        os.link(draft, folder / f"{commit.number:08}.json")
    finally:
        draft.unlink()


def _no_workspace(folder: Path) -> Text:
    return Text(
        en=f"there is no workspace at {folder}; make one with: kaigai read PATH",
        ja=f"{folder} にワークスペースがありません。kaigai read PATH で作れます",
    )


def _nothing_before(at: datetime) -> Text:
    return Text(
        en=f"the workspace knew nothing yet at {at:%Y-%m-%d %H:%M}",
        ja=f"{at:%Y-%m-%d %H:%M} の時点では、まだ何も読み込まれていません",
    )


def _locked(root: Path) -> Text:
    return Text(
        en=f"another process is writing to {root}; try again when it is done",
        ja=f"別のプロセスが {root} に書き込み中です。終わってから再度お試しください",
    )
