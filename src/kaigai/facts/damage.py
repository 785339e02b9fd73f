"""Damage: what of a workspace cannot be read any more, and why the disk takes nothing."""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from errno import EACCES, EDQUOT, EIO, ENOSPC, EPERM, EROFS
from pathlib import Path
from typing import Final, Literal

from kaigai.facts.commits import Commit, commit_path, load_commit
from kaigai.facts.decisions import FILE as DECISIONS
from kaigai.terms.text import Text

Kind = Literal["missing", "unreadable"]
#: What the libraries below call an errno of the system's.
OS_ERROR: Final = re.compile(r"\(os error (\d+)\)|\[errno (\d+)\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Damage:
    """Something that cannot be read: a file, and whose it is.

    commit  the number of the commit that it is, or that names it; None for decisions
    table   the table of which it holds rows; "" where it is a commit or the decisions
    """

    commit: int | None
    table: str
    file: Path
    kind: Kind

    @property
    def text(self) -> Text:
        """Which, in words, and what to do."""
        is_gone = self.kind == "missing"
        en, ja = ("is missing", "がありません") if is_gone else ("is damaged", "が壊れています")
        whose_en = f"commit {self.commit}" if self.commit is not None else "decisions"
        whose_ja = f"コミット {self.commit}" if self.commit is not None else "決定の記録"
        if self.table:
            whose_en, whose_ja = f"{whose_en}, table {self.table}", f"{whose_ja}、表 {self.table}"
        return Text(
            en=f"{whose_en}: {self.file} {en}; copy it back from a backup",
            ja=f"{whose_ja}: {self.file} {ja}。バックアップから戻してください",
        )


def damages(root: Path, commit: Commit) -> Iterator[Damage]:
    """What of a commit cannot be read: its rows, table by table."""
    for table, names in commit.files.items():
        for name in names:
            path = root / "tables" / table / name
            if kind := parquet_damage(path):
                yield Damage(commit.number, table, path, kind)


def commit_damage(folder: Path, number: int) -> Damage | None:
    """What is wrong with a commit's own file; None where it can be read."""
    path = commit_path(folder, number)
    try:
        load_commit(folder, number)
    except FileNotFoundError:
        return Damage(number, "", path, "missing")
    except (ValueError, KeyError, TypeError, AttributeError):
        return Damage(number, "", path, "unreadable")
    return None


def log_damages(root: Path, commit: Commit) -> Iterator[Damage]:
    """Delta's logs that do not tell the version that counts: who writes needs them."""
    from deltalake import DeltaTable
    from deltalake.exceptions import DeltaError

    for table, version in commit.versions.items():
        folder = root / "tables" / table
        try:
            DeltaTable(str(folder), version=version)
        except (DeltaError, OSError, ValueError):
            yield Damage(commit.number, table, folder / "_delta_log", "unreadable")


def decisions_damage(root: Path) -> Damage | None:
    """What is wrong with the log of decisions; None where it can be read, or is not there."""
    path = root / DECISIONS
    if not path.exists():
        return None
    try:
        log = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            if log.execute("PRAGMA quick_check").fetchone()[0] == "ok":
                log.execute("SELECT max(id) FROM decisions")
                return None
        finally:
            log.close()
    except sqlite3.OperationalError as error:
        if "no such table" not in str(error):
            return None  # locked, or in a folder that nobody may write: not damaged by that
    except sqlite3.DatabaseError:
        pass
    return Damage(None, "", path, "unreadable")


def parquet_damage(path: Path) -> Kind | None:
    """What is wrong with a file of rows: it is opened at its end, where it says what it holds."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        pq.ParquetFile(path).close()
    except FileNotFoundError:
        return "missing"
    except PermissionError:
        return None
    except (pa.ArrowException, OSError):
        return "unreadable"
    return None


def unwritable(error: BaseException) -> Text | None:
    """Why the disk refuses, in words; None where an error says nothing of that."""
    number = error.errno if isinstance(error, OSError) else None
    if number is None and (said := OS_ERROR.search(str(error))):
        number = int(said[1] or said[2])
    if number is None and "no space left on device" in str(error).lower():
        number = ENOSPC
    return WHY.get(number or 0)


FULL: Final = Text(
    en="the disk is full, and nothing was written; make room, and try again",
    ja="ディスクに空きがなく、何も書き込んでいません。空きを作って、もう一度お試しください",
)
READ_ONLY: Final = Text(
    en="this may not be written to, and nothing was; write to another folder, or have it allowed",
    ja="書き込みが許可されていない場所なので、何も書き込んでいません。"
    "別のフォルダを使うか、書き込みを許可してください",
)
BROKEN_DISK: Final = Text(
    en="the disk cannot be read or written (input/output error); copy what you have elsewhere",
    ja="ディスクの読み書きに失敗しました(入出力エラー)。データを別の場所に写してください",
)
WHY: Final[Mapping[int, Text]] = {
    ENOSPC: FULL,
    EDQUOT: FULL,
    EROFS: READ_ONLY,
    EACCES: READ_ONLY,
    EPERM: READ_ONLY,
    EIO: BROKEN_DISK,
}
