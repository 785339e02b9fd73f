"""Commits: one small file each, and an index of their times, which is only ever a hint.

The files count. The index tells the newest without a look at ten thousand names, and when each
was made without opening any: a killed writer leaves it a commit behind, which whoever asks makes
up for; where it is wrong or not there, the files are asked.
"""

import json
import os
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from struct import Struct, error
from typing import Any, Final, overload

from kaigai.terms.instants import EPOCH, micros

INDEX: Final = "index"
RECORD: Final = Struct("<qq")  #: a commit's number, and its microseconds since 1970
NOTE: Final = "compacted.json"


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


NOTHING_YET: Final = Commit(0, datetime.min.replace(tzinfo=UTC), "empty", {})


@dataclass(frozen=True, slots=True)
class Compacted:
    """What a history says that was let go on purpose: when, how much of it was kept, and the
    instant of the first commit that there ever was."""

    on: datetime
    keep: str
    first_at: datetime


class History(Sequence[Commit]):
    """All commits of a store as it is now, oldest first; each is read when it is looked at."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.numbers = _numbers(folder)
        self._read: dict[int, Commit] = {}

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, at: int) -> Commit: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Commit]: ...
    def __getitem__(self, at: int | slice) -> Commit | Sequence[Commit]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        number = self.numbers[at]
        if number not in self._read:
            self._read[number] = load_commit(self._folder, number)
        return self._read[number]

    def __iter__(self) -> Iterator[Commit]:
        return (load_commit(self._folder, number) for number in self.numbers)  # not remembered

    def numbered(self, number: int) -> Commit | None:
        """The commit of a number; None where there is none, or none any more."""
        try:
            return self[self.numbers.index(number)]
        except ValueError:
            return None

    def as_of(self, at: datetime) -> Commit | None:
        """The newest commit that was made at an instant or before; None where there is none.

        The last one counts: whoever reads with `--at` may set the clock back.
        """
        times, latest = self.times, micros(at)
        place = next((n for n in reversed(range(len(times))) if times[n] <= latest), None)
        found = None if place is None else self[place]
        if found is None or micros(found.at) == times[place or 0]:
            return found
        self.times = array("q", (micros(each.at) for each in self))  # the index was wrong
        return self.as_of(at)

    def made(self, table: str) -> Commit | None:
        """The commit that wrote a table as it is in the newest; versions only ever rise."""
        if not self or table not in self[-1].versions:
            return None
        now = self[-1].versions[table]
        low, high = 0, len(self) - 1
        while low < high:
            middle = (low + high) // 2
            if self[middle].versions.get(table) == now:
                high = middle
            else:
                low = middle + 1
        return self[low]

    @cached_property
    def times(self) -> "array[int]":
        """When each was made, in microseconds: as the index has it, the rest from the files."""
        known = _indexed(self._folder)
        begun = bool(known) and known[0][0] == self.numbers[0]
        times = array("q", (micros for _, micros in known) if begun else ())
        rest = self.numbers[len(times) :]
        times.extend(micros(load_commit(self._folder, number).at) for number in rest)
        return times[: len(self)]


def newest(folder: Path) -> Commit:
    """The commit that counts; NOTHING_YET before the first."""
    while numbers := _numbers(folder):
        try:
            return load_commit(folder, numbers[-1])
        except FileNotFoundError:
            continue  # the folder was emptied meanwhile
    return NOTHING_YET


def load_commit(folder: Path, number: int) -> Commit:
    """A commit as its file has it."""
    content: dict[str, Any] = json.loads(commit_path(folder, number).read_text("utf-8"))
    at = datetime.fromisoformat(content["at"])
    files = {name: tuple(each) for name, each in content.get("files", {}).items()}
    decided = content.get("decided", {})
    return Commit(content["number"], at, content["what"], content["versions"], files, decided)


def save_commit(folder: Path, commit: Commit) -> None:
    """Written beside and then linked: a commit is there whole or not at all, and never twice.

    One writer saves at a time, who then brings the index up to date.
    """
    content = {
        "number": commit.number,
        "at": commit.at.isoformat(),
        "what": commit.what,
        "versions": dict(commit.versions),
        "files": dict(commit.files),
        "decided": dict(commit.decided),
    }
    draft = folder / ".draft"
    with draft.open("w", encoding="utf-8") as stream:
        json.dump(content, stream, indent=1)
        stream.flush()
        os.fsync(stream.fileno())
    try:
        os.link(draft, commit_path(folder, commit.number))
    finally:
        draft.unlink()
    _index(folder, commit)


def let_go(folder: Path, first: Commit, *, on: datetime, keep: str) -> int:
    """Take all commits before one away, and say so; returns how many there were.

    Killed in between it leaves files that the index passes over; the next time takes them.
    """
    history, before = History(folder), compacted(folder)
    if first.number != history[0].number:
        earliest = EPOCH + timedelta(microseconds=min(history.times))
        first_at = before.first_at if before else earliest
        content = {"on": on, "keep": keep, "first_at": first_at}
        _replace(folder / NOTE, json.dumps(content, default=datetime.isoformat).encode())
        _write_index(folder, history, first.number)
    gone = sorted(number for number in _listed(folder) if number < first.number)
    for number in gone:
        commit_path(folder, number).unlink(missing_ok=True)
    return len(gone)


def compacted(folder: Path) -> Compacted | None:
    """What was let go on purpose; None where nothing was."""
    try:
        said = json.loads((folder / NOTE).read_text("utf-8"))
    except FileNotFoundError:
        return None
    on, first_at = (datetime.fromisoformat(said[name]) for name in ("on", "first_at"))
    return Compacted(on, said["keep"], first_at)


def commit_path(folder: Path, number: int) -> Path:
    """Where a commit's file lies."""
    return folder / f"{number:08}.json"


def _numbers(folder: Path) -> Sequence[int]:
    """The numbers of all commits, oldest first: from the ends of the index, and a look for those
    that were made since; from the names of all files where that will not do."""
    try:
        with (folder / INDEX).open("rb") as stream:
            count = os.fstat(stream.fileno()).st_size // RECORD.size
            first, _ = RECORD.unpack(stream.read(RECORD.size))
            stream.seek((count - 1) * RECORD.size)
            last, _ = RECORD.unpack(stream.read(RECORD.size))
    except (OSError, error):
        return sorted(_listed(folder))
    if last - first + 1 != count or not commit_path(folder, last).exists():
        return sorted(_listed(folder))
    while commit_path(folder, last + 1).exists():
        last += 1
    return range(first, last + 1)


def _listed(folder: Path) -> Iterator[int]:
    """Numbers of commit files, in any order."""
    try:
        names = os.listdir(folder)
    except FileNotFoundError:
        return iter(())
    return (int(name[:-5]) for name in names if name.endswith(".json") and name[:-5].isdigit())


def _indexed(folder: Path) -> list[tuple[int, int]]:
    """The index; nothing where it is not whole."""
    try:
        content = (folder / INDEX).read_bytes()
    except FileNotFoundError:
        return []
    records = list(RECORD.iter_unpack(content[: len(content) // RECORD.size * RECORD.size]))
    first = records[0][0] if records else 0
    return records if all(each[0] == first + n for n, each in enumerate(records)) else []


def _index(folder: Path, commit: Commit) -> None:
    """Enter a commit that was just saved; the whole index where it is not one behind."""
    try:
        with (folder / INDEX).open("r+b") as stream:
            end = os.fstat(stream.fileno()).st_size
            stream.seek(end - RECORD.size)
            if end % RECORD.size == 0 and RECORD.unpack(stream.read())[0] == commit.number - 1:
                stream.write(RECORD.pack(commit.number, micros(commit.at)))
                return
    except (OSError, ValueError, error):
        pass  # it is made anew
    for left in folder.glob(".draft-*"):  # of a version that kept no index, killed while saving
        left.unlink(missing_ok=True)
    _write_index(folder, History(folder))


def _write_index(folder: Path, history: History, first: int = 0) -> None:
    records = zip(history.numbers, history.times, strict=True)
    kept = (RECORD.pack(*each) for each in records if each[0] >= first)
    _replace(folder / INDEX, b"".join(kept))


def _replace(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name}.draft")
    draft.write_bytes(content)
    draft.replace(path)
