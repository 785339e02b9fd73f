"""Read: files in, facts written; nothing twice, nothing half."""

import os
import tomllib
from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import pyarrow as pa

from kaigai.facts.parts import Drafts, Written, fitted, plain
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.facts.writing import Writing
from kaigai.formats.sheets.preview import Preview
from kaigai.sources.apart import taken_apart
from kaigai.sources.backlog import not_added_up
from kaigai.sources.files import Found, find
from kaigai.sources.intake import Taken, refused, take
from kaigai.sources.process_pool import is_single_thread
from kaigai.sources.reader import READERS, Refused, RefusedFile, recognise
from kaigai.sources.refusals import fatal
from kaigai.sources.result import (
    Log,
    OriginRead,
    ReadResult,
    origins_of,
    refused_again,
    timed,
    totals_of,
)
from kaigai.sources.ties import ties
from kaigai.sources.worker import collecting_rarely
from kaigai.terms.progress import Watch, silent
from kaigai.terms.text import Refused as WrongCall
from kaigai.terms.text import Text

ALONE = 50  #: fewer files than this are read in this process
CHUNK_FILES = 64
CHUNK_BYTES = 8 * 1024**2
LARGE = 8 * 1024**2  #: bytes of a file whose rows may be written while it is read
MOST = 2  #: large files that are read at once, for each takes its memory
MANY = 10_000  #: interned rows that are compared by columns
FEW = 1_000  #: rows that are cut out of a table one by one
SPILL = 128 * 1024**2  #: bytes of rows held before they are written, unseen, to the tables


def read(
    facts: Facts,
    *,
    paths: Sequence[str | Path],
    at: datetime,
    reader: str | None = None,
    options: Mapping[str, Any] | None = None,
    watch: Watch = silent,
) -> ReadResult:
    """Read files and folders into the facts.

    A file whose content is known changes nothing; a newer delivery replaces the older of its
    scope; a broken file is refused and leaves no rows. All of it becomes visible at once.
    Raises StoreError when another process keeps the store locked.
    """
    found = list(find(paths, options or {}))
    files = [each for each in found if isinstance(each, Found)]
    missing = [
        OriginRead(each[0], "refused", refused=(each[1].refused,))
        for each in found
        if not isinstance(each, Found)
    ]
    keeping = _Keeping(facts, at)
    with keeping.stack:
        how = _How(keeping.known, at, reader, keeping.drafts(files))
        for taken in _taken(files, how, watch):
            keeping.keep(taken)
        keeping.finish(len(files))
    return ReadResult((*missing, *keeping.origins), keeping.rows, tuple(keeping.totals))


@dataclass(frozen=True, slots=True)
class Guessed:
    """What a file's columns are taken for; nothing where it has none to be corrected."""

    path: str
    reader: str | None = None
    preview: Preview | None = None
    refused: Refused | None = None


def guess(
    *, paths: Sequence[str | Path], reader: str | None = None, options: Mapping[str, Any]
) -> list[Guessed]:
    """Look at files without reading them: by which reader, and which column is taken for what.

    A file that nobody recognises is looked at as a catalogue sheet.
    """
    return [
        _guessed(each, reader)
        if isinstance(each, Found)
        else Guessed(each[0], refused=each[1].refused)
        for each in find(paths, options)
    ]


class NoMapping(WrongCall):
    """A mapping that is no TOML of columns and fields; the text says what is."""


def mapping_of(content: bytes, name: str) -> Mapping[str, str]:
    """Which column is which, as a TOML file says: UTF-8, with a byte order mark or without.

    Raises NoMapping.
    """
    try:
        told = tomllib.loads(content.decode("utf-8-sig"))
    except ValueError as error:
        raise NoMapping(_no_mapping(name, str(error))) from error
    odd = [each for each, field in told.items() if not isinstance(field, str)]
    if odd:
        raise NoMapping(_no_mapping(name, odd[0]))
    return told


def _no_mapping(name: str, why: str) -> Text:
    return Text(
        f"the mapping {name} cannot be read ({why}); write lines such as "
        '"楽曲名" = "title" in UTF-8',
        f"対応表 {name} を読めません({why})。UTF-8 で "
        '"楽曲名" = "title" のような行を書いてください',
    )


def _guessed(found: Found, reader: str | None) -> Guessed:
    source = found.source()
    chosen = READERS[reader] if reader else recognise(source.head(), source.name)
    chosen = chosen or READERS["catalogue-sheet"]
    if chosen.preview is None:
        return Guessed(source.name, chosen.name)
    try:
        return Guessed(source.name, chosen.name, chosen.preview(source))
    except RefusedFile as error:
        return Guessed(source.name, chosen.name, refused=error.refused)


class _Keeping:
    """Rows on their way into the store; the lock is held from the first write on."""

    def __init__(self, facts: Facts, at: datetime) -> None:
        self.facts, self.at = facts, at
        log = _log(facts.pinned())
        self.known = frozenset(log.known)
        self.is_behind = "usage" in facts and "usage_monthly" not in facts
        self.pending = Taken()
        self.changes: list[Change] = []
        self.origins: list[OriginRead] = []
        self.rows: dict[str, int] = {}
        self.totals: list[Mapping[str, Any]] = []
        self.stack = ExitStack()
        self.writing: Writing | None = None

    def drafts(self, files: Sequence[Found]) -> Drafts | None:
        """Where large files' rows may wait; small ones' need no disk."""
        if all(each.size < LARGE for each in files):
            return None
        return self.stack.enter_context(self.facts.drafting())

    def keep(self, taken: Taken) -> None:
        self.pending.merge(taken)
        if self.pending.bytes > SPILL:
            self._write()

    def finish(self, files: int) -> None:
        self._write()
        assert self.writing is not None
        if self.is_behind:
            for table, rows in not_added_up(self.facts):
                self._add(table, rows)
        if self.writing.changed:
            for name, rows in ties(self.writing.seen, self.rows).items():
                self.writing.write(Change(name, rows, "replace"))
            self.writing.commit(at=self.at, what=f"read {files} files")

    def _write(self) -> None:
        if self.writing is None:
            self.writing = self.stack.enter_context(self.facts.writing())
        log = _log(self.writing.facts)
        pending, self.pending = self.pending, Taken()
        tables = {name: _whole(name, parts) for name, parts in pending.tables.items()}
        drop = self._raced(log, tables)
        if drop:
            tables = {name: _without(rows, drop) for name, rows in tables.items()}
        self.origins += origins_of(pending, tables, log)
        self.totals += totals_of(tables)
        for name, rows in tables.items():
            self._add(name, rows)
        for name, parts in pending.parts.items():
            self._adopt(name, [part for part in parts if part.origin_id not in drop])

    def _adopt(self, name: str, parts: list[Written]) -> None:
        assert self.writing is not None
        if parts:
            self.rows[name] = self.rows.get(name, 0) + sum(part.rows for part in parts)
            self.writing.adopt(name, parts)

    def _add(self, name: str, rows: pa.Table) -> None:
        assert self.writing is not None
        fresh = _unknown_only(name, rows, self.writing.seen)
        if fresh.num_rows:
            self.rows[name] = self.rows.get(name, 0) + fresh.num_rows
            self.writing.write(Change(name, fresh))

    def _raced(self, log: Log, tables: Mapping[str, pa.Table]) -> set[str]:
        """Origins that another process has read since, or that are refused as before."""
        origins = tables.get("origins")
        if origins is None:
            return set()
        again = {
            row["origin_id"]
            for row in origins.select(["origin_id", "is_refused", "path"]).to_pylist()
            if row["is_refused"] and row["origin_id"] in log.refused
        }
        if again:
            for path, refused in refused_again(tables, again):
                self.origins.append(OriginRead(path, "refused", refused=refused))
        return again | (log.known - self.known)


def _log(facts: Facts) -> Log:
    """What the store knows of files and scopes."""
    origins = facts.arrow("origins").select(["origin_id", "is_refused"]).to_pydict()
    refused = {
        each for each, bad in zip(origins["origin_id"], origins["is_refused"], strict=True) if bad
    }
    deliveries = timed(facts.arrow("deliveries"))
    if deliveries.num_rows:  # sorting loads much, and there may be nothing to sort
        deliveries = deliveries.sort_by("delivered_at")
    newest = deliveries.to_pydict()
    scopes = dict(zip(newest["scope"], newest["delivered_at"], strict=True))
    return Log(set(origins["origin_id"]) - refused, refused, scopes)


@dataclass(frozen=True, slots=True)
class _How:
    """How files are read: the same for all of them, in whichever process."""

    known: frozenset[str]
    at: datetime
    reader: str | None
    drafts: Drafts | None

    def take(self, chunk: list[Found]) -> Taken:
        return take(chunk, self.known, self.at, self.reader, self.drafts)

    def refuse(self, found: Found) -> Taken:
        return refused(found, fatal(), self.at)


def _taken(files: list[Found], how: _How, watch: Watch) -> Iterator[Taken]:
    done, total = 0, len(files)
    watch(0, total, "")
    chunks = list(_chunks(files))
    for chunk, taken in _each(chunks, how, parallel=total >= ALONE):
        done += len(chunk)
        watch(done, total, Path(chunk[-1].name).name)
        yield taken


def _each(
    chunks: list[list[Found]], how: _How, *, parallel: bool
) -> Iterator[tuple[list[Found], Taken]]:
    workers = os.cpu_count() or 1
    if chunks:
        _load_reader(chunks[0][0])
    if not parallel or workers == 1 or len(chunks) == 1:
        workers = min(workers, MOST) if how.drafts else 1
        if not is_single_thread():  # and nothing can be forked, which costs next to nothing
            yield from _ahead(chunks, how, workers)
            return
    apart = taken_apart(chunks, how.take, how.refuse, workers, _load_writing)
    yield from zip(chunks, apart, strict=True)


def _load_reader(found: Found) -> None:
    """Import what reads a file before others read beside, so that each need not by itself."""
    with suppress(OSError, RuntimeError, NotImplementedError, BadZipFile):
        recognise(found.source().head(), found.name)


def _load_writing() -> None:
    """Import what writes tables while others read."""
    for package in ("deltalake", "filelock"):
        import_module(package)


def _ahead(
    chunks: list[list[Found]], how: _How, workers: int
) -> Iterator[tuple[list[Found], Taken]]:
    """Chunks in turn, while threads read the next: what costs time in large files of plays is
    done by libraries that let threads run side by side."""
    if len(chunks) == 1:
        with collecting_rarely():
            taken = how.take(chunks[0])
        yield chunks[0], taken
        return
    pool, jobs = ThreadPoolExecutor(workers), deque[tuple[list[Found], Future[Taken]]]()
    try:
        with collecting_rarely():
            for chunk in chunks:
                jobs.append((chunk, pool.submit(how.take, chunk)))
                if len(jobs) > workers:
                    first, job = jobs.popleft()
                    yield first, job.result()
            while jobs:
                first, job = jobs.popleft()
                yield first, job.result()
    finally:  # who is stopped does not wait for what threads are at
        pool.shutdown(wait=not jobs, cancel_futures=True)


def _chunks(files: Iterable[Found]) -> Iterator[list[Found]]:
    chunk: list[Found] = []
    size = 0
    for each in files:
        chunk.append(each)
        size += each.size
        if len(chunk) >= CHUNK_FILES or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _unknown_only(name: str, rows: pa.Table, facts: Facts) -> pa.Table:
    """Rows of an interned table that the store does not have yet; others as they are."""
    table = TABLES[name]
    if table.kind != "interned":
        return rows
    if len(table.key) == 1 and rows.num_rows > MANY:
        return _first_of_each(rows, table.key[0], facts.arrow(name))
    # Sets stay few; PyArrow's own grouping, and pa.array, would first load pandas (0.2 s).
    known = set(_keys(facts.arrow(name), table.key))
    first: dict[tuple[Any, ...], int] = {}
    for number, key in enumerate(_keys(rows, table.key)):
        first.setdefault(key, number)
    fresh = [number for key, number in first.items() if key not in known]
    if len(fresh) < FEW:  # cutting them out loads nothing, taking them PyArrow's kernels (0.03 s)
        return pa.concat_tables([rows.slice(0, 0), *(rows.slice(each, 1) for each in fresh)])
    return rows.take(
        pa.Array.from_buffers(pa.int64(), len(fresh), [None, pa.py_buffer(array("q", fresh))])
    )


def _first_of_each(rows: pa.Table, key: str, known: pa.Table) -> pa.Table:
    """One row for each value of the key that is not known."""
    import pyarrow.compute as pc

    keys = rows[key].combine_chunks()
    values = keys.unique()
    fresh = values.filter(pc.invert(pc.is_in(values, value_set=known[key].combine_chunks())))
    return rows.take(pc.index_in(fresh, value_set=keys))


def _keys(rows: pa.Table, columns: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    return zip(*(rows.column(column).to_pylist() for column in columns), strict=True)


def _whole(name: str, parts: list[pa.Table]) -> pa.Table:
    """Parts as one; texts stay numbered where all parts number them."""
    if any(part.schema != parts[0].schema for part in parts):
        parts = [plain(fitted(part, TABLES[name].arrow_schema())) for part in parts]
    return pa.concat_tables(parts)


def _without(rows: pa.Table, origins: set[str]) -> pa.Table:
    if "origin_id" not in rows.column_names:
        return rows
    import pyarrow.compute as pc

    known = pc.is_in(rows["origin_id"], value_set=pa.array(sorted(origins), pa.string()))
    return rows.filter(pc.invert(known))
