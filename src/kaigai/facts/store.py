"""The store: Delta tables, and one small file per commit that says which version of each holds.

All tables of one commit become visible together: rows are written to the Delta tables first,
and the commit file, written last and atomically, names the versions that count. A killed
process leaves versions that no commit names; the next writer rolls them back, and takes away
their files. What a commit names stays, until somebody compacts the store (`compaction.py`).
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from kaigai.facts.commits import (
    Commit,
    Compacted,
    History,
    compacted,
    newest,
)
from kaigai.facts.damage import commit_damage, damages, decisions_damage, unwritable
from kaigai.facts.decision_rows import Row
from kaigai.facts.decisions import FILE as DECISIONS
from kaigai.facts.decisions import DecidedMeanwhile, Decisions
from kaigai.facts.journal import Journal
from kaigai.facts.parts import Drafts, drafting, fitted, plain, sweep_drafts
from kaigai.facts.settings import Settings, load_settings
from kaigai.facts.table import TABLES, decision_tables
from kaigai.facts.writing import Writing, keeping_logs
from kaigai.terms.text import Refused, Text

if TYPE_CHECKING:
    import pyarrow as pa
    from deltalake import DeltaTable

LOCK_SECONDS = 600
JUDGED = 5  #: times that a judgement is made where others decide meanwhile


Judged = TypeVar("Judged")


class StoreError(Refused):
    """The workspace cannot be used as asked; the text says what to do."""


class Locked(StoreError):
    """Another process is writing."""


@dataclass(frozen=True, slots=True)
class Change:
    """Rows to add to a table, or to put in place of all it has."""

    table: str
    rows: "pa.Table"
    mode: Literal["append", "replace"] = "append"


class Facts:
    """A workspace folder: its tables as of its newest commit, or of an earlier one, and what
    people decided until now, or until a decision or an instant.

    Raises StoreError where a file is in the way.
    """

    def __init__(
        self, root: Path, commit: Commit | None = None, until: int | datetime | None = None
    ) -> None:
        there = next((each for each in (root, *root.absolute().parents) if each.exists()), root)
        if there.exists() and not there.is_dir():
            raise StoreError(_no_folder(there))
        self.root = root
        self._pinned = commit
        self._decisions = Decisions(root, until)

    @classmethod
    def open(cls, root: Path | str, *, create: bool = False) -> "Facts":
        """The workspace at `root`; raises StoreError when there is none and `create` is off."""
        folder = Path(root)
        facts = cls(folder)
        if create:
            (folder / "commits").mkdir(parents=True, exist_ok=True)
        if not cls.is_at(folder):
            raise StoreError(_no_workspace(folder))
        return facts

    @staticmethod
    def is_at(folder: Path) -> bool:
        """Whether there is a workspace."""
        return (folder / "commits").is_dir() or (folder / DECISIONS).is_file()

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
        if self._pinned and self._decisions.until is not None:
            return self
        held = Facts(self.root, self.commit, self._decisions.until)
        held._decisions = held.decisions.pinned()
        return held

    def as_of(self, at: datetime) -> "Facts":
        """The facts as the store knew them at an instant; raises StoreError if before all."""
        commit = self.history().as_of(at)
        if commit is None:
            gone = compacted(self.root / "commits")
            known = gone is not None and gone.first_at <= at
            local = at.astimezone(self.settings.zone)
            raise StoreError(_let_go(local, gone) if gone and known else _nothing_before(local))
        facts = Facts(self.root, commit, at)
        if lost := next((each for each in facts.all_files() if not os.path.exists(each)), None):
            raise StoreError(_lost(lost))
        return facts

    def history(self) -> History:
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
            return self._delta_files(table, version)
        folder = (self.root / "tables" / table).absolute()
        return [str(folder / name) for name in commit.files[table]]

    def all_files(self) -> Iterator[str]:
        """The files of all tables, as far as the commit tells them."""
        return (file for table in self.commit.files for file in self.files(table))

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
    def writing(self, wait_seconds: float | None = None) -> Iterator[Writing]:
        """The only way to write: one writer at a time, all or nothing; makes the folder.

        Raises Locked where another still writes after that time.
        """
        from filelock import FileLock, Timeout

        wait = LOCK_SECONDS if wait_seconds is None else wait_seconds

        (self.root / "commits").mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.root / "lock", timeout=wait):
                self._clean()
                yield Writing(partial(Facts, self.root), self._newest())
        except Timeout as error:
            raise Locked(_locked(self.root)) from error

    def explained(self, error: Exception) -> "StoreError | None":
        """Why something went wrong that no one foresaw: the disk takes nothing, or something of
        the workspace is missing or damaged; None where it is neither."""
        if why := unwritable(error):
            return StoreError(why)
        folder = self.root / "commits"
        numbers = History(folder).numbers
        found = next(filter(None, (commit_damage(folder, each) for each in numbers)), None)
        if found is None:
            found = next(damages(self.root, self.commit), None) or decisions_damage(self.root)
        return StoreError(found.text) if found else None

    def drafting(self) -> AbstractContextManager[Drafts]:
        """A place for rows that are written while no table is: it goes when it is left."""
        return drafting(self.root / "drafts")

    def _newest(self) -> Commit:
        return newest(self.root / "commits")

    def _clean(self) -> None:
        """Take away what a killed writer left; nobody else writes."""
        sweep_drafts(self.root / "drafts")
        journal = Journal(self.root)
        if journal.path.exists():
            facts = Facts(self.root, self._newest())
            for table in journal.tables():
                if table in facts.commit.versions:
                    facts._roll_back(table)
            journal.sweep(facts)

    def _roll_back(self, table: str) -> None:
        """Let a table's own log end with the version that counts."""
        delta, version = self._delta(table), self.commit.versions[table]
        if delta.version() != version:
            delta.restore(version, post_commithook_properties=keeping_logs())

    def _delta_files(self, table: str, version: int) -> list[str]:
        """What a commit of old does not tell."""
        from deltalake.exceptions import DeltaError

        try:
            return self._delta(table, version).file_uris()
        except DeltaError as error:
            raise StoreError(_log_lost(table, version)) from error

    def _delta(self, table: str, version: int | None = None) -> "DeltaTable":
        from deltalake import DeltaTable

        return DeltaTable(str(self.root / "tables" / table), version=version)


def _no_workspace(folder: Path) -> Text:
    return Text(
        en=f"there is no workspace at {folder}; make one with: kaigai read PATH",
        ja=f"{folder} にワークスペースがありません。kaigai read PATH で作れます",
    )


def _no_folder(path: Path) -> Text:
    return Text(
        en=f"{path} is a file, and a workspace is a folder; give another path with --workspace",
        ja=f"{path} はファイルです。--workspace でワークスペースのフォルダを指定してください",
    )


def _nothing_before(at: datetime) -> Text:
    return Text(
        en=f"the workspace knew nothing yet at {at:%Y-%m-%d %H:%M %Z}",
        ja=f"{at:%Y-%m-%d %H:%M %Z} の時点では、まだ何も読み込まれていません",
    )


def _let_go(at: datetime, gone: Compacted) -> Text:
    on = gone.on.astimezone(at.tzinfo)
    return Text(
        en=f"what the workspace knew at {at:%Y-%m-%d %H:%M %Z} was let go on {on:%Y-%m-%d} by "
        f"`kaigai store compact --keep {gone.keep}`; ask for a later day",
        ja=f"{at:%Y-%m-%d %H:%M %Z} 時点の内容は、{on:%Y-%m-%d} の "
        f"`kaigai store compact --keep {gone.keep}` で整理され、残っていません。"
        "もっと後の日付を指定してください",
    )


def _log_lost(table: str, version: int) -> Text:
    return Text(
        en=f"{table}: version {version} was written by an early Kaigai, and Delta has cleaned the "
        "log that says which files it lies in; ask for a later day, or read a backup",
        ja=f"{table} の版 {version} は初期の Kaigai が書いたもので、どのファイルにあるかを記した "
        "Delta のログはすでに削除されています。"
        "もっと後の日付を指定するか、バックアップをお使いください",
    )


def _lost(file: str) -> Text:
    return Text(
        en=f"{file} is not there any more, though a commit names it; another program has removed "
        "it: copy it back from a backup, or ask for a later day",
        ja=f"{file} がありません。記録には残っているので、ほかのプログラムが削除したようです。"
        "バックアップから戻すか、もっと後の日付を指定してください",
    )


def _locked(root: Path) -> Text:
    return Text(
        en=f"another process is writing to {root}; try again when it is done",
        ja=f"別のプロセスが {root} に書き込み中です。終わってから再度お試しください",
    )
