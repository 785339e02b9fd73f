"""The journal of a write: which files each table had before it, so that whatever is left that no
commit names can go, and nothing else: at the end of the write, or where it was killed, before
the next."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kaigai.facts.store import Facts

NAME: Final = "writing.jsonl"


class Journal:
    """A journal of the one write that is under way; only who holds the store's lock has it."""

    def __init__(self, root: Path) -> None:
        self.path, self._tables = root / NAME, root / "tables"
        self._entered: set[str] = set()

    def enter(self, table: str) -> None:
        """Say that a table is about to be written to."""
        if table in self._entered:
            return
        line = json.dumps([table, sorted(_parquet(self._tables / table))])
        with self.path.open("a", encoding="utf-8") as stream:
            stream.write(line + "\n")
        self._entered.add(table)

    def tables(self) -> list[str]:
        """What was written to, or was about to be, since the last commit."""
        return [table for table, _ in self._lines()]

    def sweep(self, newest: "Facts") -> None:
        """Take away what was written and is in no commit, and the journal with it.

        newest  the facts of the newest commit
        """
        for table, had in self._lines():
            folder = self._tables / table
            kept = had | {Path(each).name for each in newest.files(table)}
            if not had and table not in newest.commit.versions:
                shutil.rmtree(folder, ignore_errors=True)
            for name in _parquet(folder) - kept:
                with suppress(OSError):  # somebody has it open where that matters
                    (folder / name).unlink()
        self.path.unlink(missing_ok=True)

    def _lines(self) -> Iterator[tuple[str, set[str]]]:
        try:
            lines = self.path.read_text("utf-8").splitlines(keepends=True)
        except FileNotFoundError:
            return
        for line in lines:
            if line.endswith("\n"):  # one that is cut off tells of nothing that was written
                table, had = json.loads(line)
                yield table, set(had)


def _parquet(folder: Path) -> set[str]:
    try:
        return {name for name in os.listdir(folder) if name.endswith(".parquet")}
    except FileNotFoundError:
        return set()
