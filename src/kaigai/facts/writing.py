"""A write under way: tables are written first, and the commit that names them last."""

import json
import shutil
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kaigai.facts.commits import Commit, save_commit
from kaigai.facts.journal import Journal
from kaigai.facts.parts import Draft, Written, fitted, plain
from kaigai.facts.table import TABLES, Table, decision_tables

if TYPE_CHECKING:
    from deltalake import DeltaTable, PostCommitHookProperties

    from kaigai.facts.store import Change, Facts

LOGS_LAST = {"delta.enableExpiredLogCleanup": "false"}  #: whoever writes to a table of ours
COMPACT_AT = 40  #: files of one table before small ones are brought together
COMPACT_TO = 16 * 1024**2  #: bytes; a larger file is left as it is
MANY = 100_000  #: rows that are written as a file of their own at once


def keeping_logs() -> "PostCommitHookProperties":
    """Delta would clean its log of what is older than a month: commits of old are read by it."""
    from deltalake import PostCommitHookProperties

    return PostCommitHookProperties(cleanup_expired_logs=False)


class Writing:
    """A write under way; nothing is seen by others until `commit`."""

    def __init__(self, opened: Callable[[Commit], "Facts"], base: Commit) -> None:
        self._opened, self.facts = opened, opened(base)
        self.base = base
        self._newest_decision = self.facts.decisions.newest()
        self._decided = dict(base.decided)
        kept = base.versions.keys() - decision_tables()  # what was carried over is let go
        self._versions = {name: base.versions[name] for name in base.versions if name in kept}
        self._files = {name: base.files[name] for name in base.files if name in kept}
        self._touched: set[str] = set()
        self._journal = Journal(self.facts.root)

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return bool(self._touched)

    @property
    def seen(self) -> "Facts":
        """The facts with what was written so far, before others see it."""
        return self._opened(self._state(self.base.number, self.base.at, self.base.what))

    def write(self, change: "Change") -> None:
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
        save_commit(self.facts.root / "commits", commit)
        self._journal.sweep(self._opened(commit))
        return commit

    def _state(self, number: int, at: datetime, what: str) -> Commit:
        files, decided = dict(self._files), dict(self._decided)
        return Commit(number, at, what, dict(self._versions), files, decided)

    def _touch(self, table: str) -> None:
        self._touched.add(table)
        self._decided[table] = self._newest_decision

    def _write(self, change: "Change") -> int:
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
            configuration=None if known else LOGS_LAST,
            post_commithook_properties=keeping_logs(),
        )
        return self._compacted(table)

    def _begun(self, table: Table, path: Path) -> None:
        from deltalake import DeltaTable

        if table.name not in self._versions:
            DeltaTable.create(str(path), table.arrow_schema(), configuration=LOGS_LAST)

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
        hooks = keeping_logs()
        delta.create_write_transaction(
            added, mode, table.arrow_schema(), post_commithook_properties=hooks
        )
        return self._compacted(table)

    def _rolled_back(self, table: Table, path: Path) -> bool:
        """Whether the table has a state to build on; what no commit names is undone."""
        if table.name not in self._versions:
            shutil.rmtree(path, ignore_errors=True)
            self._journal.enter(table.name)
            return False
        self._journal.enter(table.name)
        self.seen._roll_back(table.name)
        return True

    def _compacted(self, table: Table) -> int:
        """The version that a table has now, when many small files were brought together."""
        delta = self.facts._delta(table.name)
        if len(delta.file_uris()) > COMPACT_AT:
            hooks = keeping_logs()
            delta.optimize.compact(target_size=COMPACT_TO, post_commithook_properties=hooks)
        self._files[table.name] = _names(delta)
        return delta.version()


def _names(delta: "DeltaTable") -> tuple[str, ...]:
    """The files that hold a table's rows, by their names in its folder."""
    return tuple(Path(uri).name for uri in delta.file_uris())
