"""SQL texts by the shape of what they ask, kept for the next process: compiling takes longer
than asking.

A text is found by the whole shape of an expression and by the versions of all that had a hand in
it, so that none can be out of date. They hold no data, and lie in the user's folder for such
things; where that cannot be written, or KAIGAI_CACHE is set to nothing, each process compiles
its own.
"""

import atexit
import os
import re
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import Final

IN_MIND: Final = 2_000  #: texts that a process holds
ON_DISK: Final = 10_000  #: of some 5 KB each; the oldest go first
AT_ONCE: Final = 50  #: new texts that are written together
UNUSED_DAYS: Final = 30  #: after which a version's file goes
NAMED: Final = "sql-*.sqlite*"
VARIABLE: Final = "KAIGAI_CACHE"
OWN: Final = ("duckdb_backend", "expression_shape", "sql_texts")  #: whose change makes others

#: Where a table's name or a day goes: no SQL of anybody's has such a letter.
_GAP: Final = re.compile("\x02([TD])(\\d+)\x03")
_making = Lock()


@dataclass(frozen=True, slots=True)
class Template:
    """A text with gaps for tables and days."""

    text: str

    @classmethod
    def of(cls, sql: str, tables: Sequence[str], days: Sequence[str]) -> "Template | None":
        """The template of a text in which these stand; None where a day does not."""
        if "\x02" in sql or any(day not in sql for day in days):
            return None
        for letter, each in (("T", tables), ("D", days)):
            for n, said in enumerate(each):
                sql = sql.replace(said, f"\x02{letter}{n}\x03")
        return cls(sql)

    def filled(self, tables: Sequence[str], days: Sequence[str]) -> str:
        """The text about these tables and days, each as it stands in SQL."""
        given = {"T": tables, "D": days}
        return _GAP.sub(lambda gap: given[gap[1]][int(gap[2])], self.text)


class Texts:
    """Templates by digest: in memory, and in a file where there is one."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._lock = Lock()
        self._known: dict[bytes, Template] = {}
        self._new: dict[bytes, str] = {}
        self._file: sqlite3.Connection | None = None
        if hasattr(os, "register_at_fork"):  # a connection of SQLite's must not outlive a fork
            os.register_at_fork(
                before=self._before_fork,
                after_in_parent=self._lock.release,
                after_in_child=self._lock.release,
            )

    def get(self, digest: bytes, make: Callable[[], Template | None]) -> Template | None:
        """The template of a digest, made where it is not known; two threads may both make it,
        which comes to the same."""
        with self._lock:
            found = self._known.get(digest) or self._read(digest)
        if found is None:
            found = make()
            if found is None:
                return None
            with self._lock:
                self._new[digest] = found.text
                if len(self._new) >= AT_ONCE:
                    self._write()
        with self._lock:
            while len(self._known) >= IN_MIND:
                self._known.pop(next(iter(self._known)))
            self._known[digest] = found
        return found

    def keep(self) -> None:
        """Write what is new."""
        with self._lock:
            self._write()

    def _read(self, digest: bytes) -> Template | None:
        file = self._opened()
        if file is None:
            return None
        try:
            row = file.execute("SELECT text FROM texts WHERE digest = ?", (digest,)).fetchone()
        except sqlite3.Error:
            self._without()
            return None
        return Template(row[0]) if row else None

    def _write(self) -> None:
        new, self._new = self._new, {}
        file = self._opened()
        if file is None or not new:
            return
        try:
            with file:
                file.executemany("INSERT OR IGNORE INTO texts VALUES (?, ?)", new.items())
                file.execute(
                    "DELETE FROM texts WHERE rowid <= (SELECT max(rowid) FROM texts) - ?",
                    (ON_DISK,),
                )
        except sqlite3.Error:
            self._without()

    def _opened(self) -> sqlite3.Connection | None:
        if self._file is None and self.path is not None:
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                if not self.path.exists():
                    _sweep(self.path.parent)
                # A text that a crash loses is made again.
                self._file = sqlite3.connect(self.path, timeout=0.2, check_same_thread=False)
                self._file.executescript(
                    "PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL;"
                    "CREATE TABLE IF NOT EXISTS texts (digest BLOB UNIQUE, text TEXT);"
                )
            except (OSError, sqlite3.Error):
                self._without()
        return self._file

    def _before_fork(self) -> None:
        self._lock.acquire()
        if self._file is not None:
            self._file.close()
            self._file = None

    def _without(self) -> None:
        """Go on without a file."""
        self._file, self.path = None, None


def _sweep(folder: Path) -> None:
    """Take away files of versions that nobody has used for long."""
    for path in folder.glob(NAMED):
        if time.time() - path.stat().st_mtime > UNUSED_DAYS * 86_400:
            path.unlink(missing_ok=True)


def texts() -> Texts:
    """This process' texts: one for all threads."""
    with _making:
        return _texts()


@cache
def _texts() -> Texts:
    folder = cache_folder(os.environ)
    found = Texts(folder / f"sql-{_versions()}.sqlite" if folder else None)
    atexit.register(found.keep)
    return found


def cache_folder(environ: "os._Environ[str] | dict[str, str]") -> Path | None:
    """Where a user's programs keep what they can make again; None where nothing is to be kept."""
    if VARIABLE in environ:
        return Path(environ[VARIABLE]) if environ[VARIABLE] else None
    try:
        home = Path.home()
    except RuntimeError:  # somebody without a home
        return None
    if sys.platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "kaigai"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "kaigai"
    return Path(environ.get("XDG_CACHE_HOME") or home / ".cache") / "kaigai"


def _versions() -> str:
    """What the texts depend on beside their shapes: who compiles, and what a shape says."""
    import ibis
    import sqlglot

    own = [Path(__file__).with_name(f"{name}.py") for name in OWN]
    told = [ibis.__version__.encode(), sqlglot.__version__.encode()]  # type: ignore[attr-defined]
    told += [each.read_bytes() for each in own]
    return blake2b(b"\0".join(told), digest_size=8).hexdigest()
