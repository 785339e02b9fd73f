"""Compaction: what the store knew long ago is let go on purpose, with files that only it names.

Nothing else ever removes what a commit names. Commits go first and their files last, so that one
who is killed in between leaves too much and never too little; the next compaction takes it.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from kaigai.facts.commits import Commit, History, let_go
from kaigai.facts.store import Facts, StoreError
from kaigai.terms.progress import Watch, silent


@dataclass(frozen=True, slots=True)
class Compaction:
    """What was let go, or would be.

    commits  states of the store that are gone; kept: those that are left
    since    the instant from which on the store answers; None where it holds nothing
    files    Parquet files and entries of Delta's logs, and their bytes
    """

    commits: int
    kept: int
    since: datetime | None
    files: int
    bytes: int
    is_done: bool


def compact(
    facts: Facts,
    *,
    days: int,
    keep: str,
    at: datetime,
    dry: bool = False,
    watch: Watch = silent,
) -> Compaction:
    """Keep what the store knew in the last days, and what it knew when they began.

    keep  the same length of time as somebody wrote it
    dry   only look

    Nobody writes meanwhile. Raises Locked.
    """
    with facts.writing():
        history = facts.history()
        if not history:
            return Compaction(0, 0, None, 0, 0, is_done=False)
        first = history.as_of(at - timedelta(days=days)) or history[0]
        kept = _Named(facts, history, first, watch)
        gone = [*_unnamed(facts.root / "tables", kept), *_logs(facts, history[-1], kept, dry=dry)]
        size = sum(path.stat().st_size for path in gone)
        commits = history.numbers.index(first.number)
        if not dry:
            let_go(facts.root / "commits", first, on=at, keep=keep)
            for path in gone:
                path.unlink(missing_ok=True)
        return Compaction(
            commits, len(history) - commits, first.at, len(gone), size, is_done=not dry
        )


class _Named:
    """The files that kept commits name, by table; of some they may not be known."""

    def __init__(self, facts: Facts, history: History, first: Commit, watch: Watch) -> None:
        self.files: dict[str, set[str]] = defaultdict(set)
        self.unknown: set[str] = set()
        self.of_old: set[str] = set()
        for number, commit in enumerate(history, 1):
            watch(number, len(history), "")
            if commit.number >= first.number:
                for table in commit.versions:
                    self._add(facts, commit, table)

    def _add(self, facts: Facts, commit: Commit, table: str) -> None:
        if table in commit.files:
            self.files[table].update(commit.files[table])
            return
        self.of_old.add(table)
        try:
            files = Facts(facts.root, commit).files(table)
            self.files[table].update(Path(each).name for each in files)
        except StoreError:
            self.unknown.add(table)


def _unnamed(tables: Path, kept: _Named) -> list[Path]:
    return [
        path
        for path in tables.glob("*/*.parquet")
        if path.parent.name not in kept.unknown and path.name not in kept.files[path.parent.name]
    ]


def _logs(facts: Facts, newest: Commit, kept: _Named, *, dry: bool) -> list[Path]:
    """Entries of Delta's logs before the newest commit: commits tell their files themselves, and
    only who writes asks the log, for the version that counts."""
    found: list[Path] = []
    for table in newest.versions.keys() - kept.of_old:
        folder = facts.root / "tables" / table / "_delta_log"
        version = newest.versions[table]
        if not dry:
            facts._delta(table).create_checkpoint()
        found += [each for each in folder.glob("*.*") if _version(each) < version]
    return found


def _version(entry: Path) -> int:
    """Of which version an entry of a log is; later than all where it is of none."""
    said = entry.name.partition(".")[0]
    return int(said) if said.isdigit() else 1 << 62
