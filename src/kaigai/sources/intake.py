"""From a file to Arrow rows: the part of reading that runs beside others of its kind."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from itertools import chain, repeat
from operator import itemgetter
from typing import Any
from zipfile import BadZipFile

import pyarrow as pa

from kaigai.facts.parts import Draft, Drafts, Written, fitted
from kaigai.facts.table import TABLES, Table
from kaigai.sources.cleaning import clean_rows, text_array
from kaigai.sources.files import Found
from kaigai.sources.reader import (
    HEAD,
    READERS,
    Delivery,
    Part,
    Reader,
    Refused,
    RefusedFile,
    Rows,
    Source,
    recognise,
)
from kaigai.sources.refusals import defect, unreadable

log = logging.getLogger(__name__)

FLUSH = 8_000  #: dictionaries of one table before they become an Arrow table
STREAM = 4 * 1024**2  #: a larger file flushes while it is read, to stay small in memory
CHUNK = 1 << 20
ADDED_UP = ("reported", "usage_monthly")  #: say nothing that usage does not say
MANY = 100_000  #: rows in one piece that are not held


@dataclass(slots=True)
class Taken:
    """What one or more files gave: rows by table, and one line about each file."""

    tables: dict[str, list[pa.Table]] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    same: list[tuple[str, str]] = field(default_factory=list)  #: (path, origin_id)
    parts: dict[str, list[Written]] = field(default_factory=dict)  #: rows in files, by table
    bytes: int = 0  #: the memory that the rows hold

    def add(self, table: str, rows: pa.Table, *, is_added_up: bool = False) -> None:
        """Keep rows of a table; usage is added up by month as it comes."""
        if not rows.num_rows:
            return
        self.tables.setdefault(table, []).append(rows)
        self.bytes += rows.nbytes
        if table == "usage" and not is_added_up:
            from kaigai.sources.usage.monthly import rolled_up

            for name, more in rolled_up(rows):
                self.add(name, more)

    def merge(self, other: "Taken") -> None:
        """Take over what another has."""
        for name, parts in other.tables.items():
            self.tables.setdefault(name, []).extend(parts)
        for name, files in other.parts.items():
            self.parts.setdefault(name, []).extend(files)
        self.unknown += other.unknown
        self.same += other.same
        self.bytes += other.bytes


class Basket:
    """Collects dictionaries per table and turns them into Arrow in large pieces; what comes in
    large pieces of Arrow goes to `drafts`, where they are given."""

    def __init__(self, taken: Taken, drafts: Drafts | None = None) -> None:
        self.taken, self.drafts = taken, drafts
        self.drawn: dict[str, Draft] = {}  #: by table, of the file under way
        self.rows: dict[str, list[Mapping[str, Any]]] = {}
        self.marks: dict[str, list[tuple[int, str, str]]] = {}
        self.interned: dict[str, set[Any]] = {}
        self.streaming = False
        self._before: tuple[dict[str, int], ...] = ({}, {}, {})

    def begin(self, size: int) -> None:
        """A file begins: remember where, so that a broken one leaves nothing behind."""
        self.streaming = size > STREAM
        if self.streaming:
            self.close()
        for name in [name for name, rows in self.rows.items() if len(rows) >= FLUSH]:
            self.flush(TABLES[name])
        self._before = tuple(
            {name: len(each) for name, each in place.items()} for place in self._places()
        )

    def undo(self) -> None:
        """Forget what the file under way gave; interned rows may stay, they say no more."""
        for draft in self.drawn.values():
            draft.discard()
        self.drawn = {}
        for name in {*self.rows, *self.taken.tables}:
            if TABLES[name].kind == "interned":
                continue
            for place, before in zip(self._places(), self._before, strict=True):
                del place.get(name, [])[before.get(name, 0) :]

    def end(self) -> None:
        """The file under way gave all it has."""
        for name, draft in self.drawn.items():
            self.taken.parts.setdefault(name, []).extend(draft.close())
        self.drawn = {}

    def _places(self) -> tuple[Mapping[str, list[Any]], ...]:
        """Where rows are, each by table."""
        return self.taken.tables, self.rows, self.marks

    def put(self, table: Table, rows: Rows, origin_id: str) -> int:
        """Add rows; returns how many."""
        if isinstance(rows.rows, pa.Table):
            return self._arrow(table, rows, rows.rows, origin_id)
        kept = self.rows.setdefault(table.name, [])
        before = len(kept)
        kept.extend(self._new(table, rows.rows) if table.kind == "interned" else rows.rows)
        added = len(kept) - before
        if added and table.kind == "fact":
            mark = (added, origin_id, delivery_id(origin_id, rows.delivery))
            self.marks.setdefault(table.name, []).append(mark)
        if self.streaming and len(kept) >= FLUSH:
            self.flush(table)
        return added

    def flush(self, table: Table) -> None:
        """Turn what is collected of a table into Arrow."""
        rows = self.rows.pop(table.name, [])
        arrow = to_arrow(table.columns, rows, table.arrow_schema())
        for at, column in enumerate(("origin_id", "delivery_id"), start=1):
            if table.kind == "fact" and rows:
                marks = self.marks[table.name]
                values = chain.from_iterable(repeat(mark[at], mark[0]) for mark in marks)
                arrow = arrow.append_column(column, pa.array(list(values), pa.string()))
        self.marks.pop(table.name, None)
        self.taken.add(table.name, arrow)

    def close(self) -> None:
        """Turn all that is left into Arrow."""
        for name in list(self.rows):
            self.flush(TABLES[name])

    def _new(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
        known = self.interned.setdefault(table.name, set())
        keyed = itemgetter(*table.key)
        for row in rows:
            key = keyed(row)
            if key not in known:
                known.add(key)
                yield row

    def _arrow(self, table: Table, given: Rows, rows: pa.Table, origin_id: str) -> int:
        rows, size = clean_rows(rows), rows.num_rows
        large = table.name in self.drawn or (self.drafts is not None and size >= MANY)
        if table.kind == "fact":
            for name, value in (
                ("origin_id", origin_id),
                ("delivery_id", delivery_id(origin_id, given.delivery)),
            ):
                rows = rows.append_column(
                    name, _in_every_row(value, size, is_numbered=large or size >= MANY)
                )
        if large and self._is_drawn(table, given, rows, origin_id):
            return size
        self.taken.add(
            table.name, fitted(rows, table.arrow_schema()), is_added_up=given.is_added_up
        )
        return size

    def _is_drawn(self, table: Table, given: Rows, rows: pa.Table, origin_id: str) -> bool:
        """Whether many rows went to a file at once; what is to be added up yet stays here."""
        if table.kind != "fact" or (table.name == "usage" and not given.is_added_up):
            return False
        if table.name not in self.drawn:
            assert self.drafts is not None
            self.drawn[table.name] = self.drafts.begin(table, origin_id)
        self.drawn[table.name].write(rows)
        return True


def _in_every_row(value: str, size: int, *, is_numbered: bool) -> pa.Array:
    if not is_numbered:
        return pa.repeat(pa.scalar(value), size)
    codes = pa.repeat(pa.scalar(0, pa.int8()), size)
    return pa.DictionaryArray.from_arrays(codes, pa.array([value]), safe=False)


def to_arrow(
    columns: Mapping[str, str], rows: list[Mapping[str, Any]], schema: pa.Schema
) -> pa.Table:
    """Dictionaries as an Arrow table, its texts clean; what a row lacks is null."""
    names = list(columns)
    try:
        values = [list(map(itemgetter(name), rows)) for name in names]
    except KeyError:
        values = [[row.get(name) for row in rows] for name in names]
    arrays = [
        text_array(each, schema.field(name).type) for name, each in zip(names, values, strict=True)
    ]
    return clean_rows(pa.Table.from_arrays(arrays, names=names))


def delivery_id(origin_id: str, key: str) -> str:
    """A delivery's id: its origin's, and its key within it."""
    return f"{origin_id}/{key}" if key else origin_id


def take(
    found: Iterable[Found],
    known: frozenset[str],
    at: datetime,
    reader: str | None = None,
    drafts: Drafts | None = None,
) -> Taken:
    """Read files into rows; files whose content is known already are only named.

    known    origin ids of what the store has
    reader   the reader to use, whatever the content looks like
    drafts   where many rows may be written at once, instead of being held
    """
    taken = Taken()
    basket = Basket(taken, drafts)
    for each in found:
        _take_one(each, known, at, reader, basket)
    basket.close()
    return taken


def refused(found: Found, why: Refused, at: datetime) -> Taken:
    """What is told of a file that cannot be read here at all."""
    taken = Taken()
    basket = Basket(taken)
    source = found.source()
    try:
        digest = _digest(source)[0]
    except (OSError, RuntimeError, NotImplementedError, BadZipFile):
        digest = ""
    _Reading(basket, source, None, digest, at).fail(why)
    basket.close()
    return taken


def _take_one(
    found: Found, known: frozenset[str], at: datetime, reader: str | None, basket: Basket
) -> None:
    source = found.source()
    try:
        if source.size <= STREAM:
            source = _held(source)
        digest, head = _digest(source)
    except (OSError, RuntimeError, NotImplementedError, BadZipFile) as error:
        _Reading(basket, source, None, "", at).fail(unreadable(error))
        return
    origin_id = digest[:16]
    if origin_id in known:
        basket.taken.same.append((source.name, origin_id))
        return
    chosen = READERS[reader] if reader else recognise(head, source.name)
    if chosen is None:
        basket.taken.unknown.append(source.name)
        return
    _Reading(basket, source, chosen, digest, at).run()


class _Reading:
    """One file being read: its counts, and the rows about it."""

    def __init__(
        self, basket: Basket, source: Source, reader: Reader | None, digest: str, at: datetime
    ) -> None:
        self.basket, self.source, self.reader, self.digest = basket, source, reader, digest
        self.at = at
        self.origin_id = digest[:16] or sha256(source.name.encode()).hexdigest()[:16]
        self.rows = self.refused = 0

    def run(self) -> None:
        assert self.reader is not None
        self.basket.begin(self.source.size)
        try:
            for part in self.reader.read(self.source):
                self._keep(part)
        except RefusedFile as error:
            self.fail(error.refused)
        except Exception as error:
            # A reader that breaks is a fault of ours; it must not take the other files along.
            log.exception("%s broke on %s", self.reader.name, self.source.name)
            self.fail(defect(self.reader.name, error))
        else:
            self.basket.end()
            self._origin()

    def fail(self, refused: Refused) -> None:
        """The whole file is refused: say so; what it gave before the fault is kept out."""
        if self.reader is not None:
            self.basket.undo()
        self.rows = 0
        self._refusal(refused, fatal=True)
        self._origin(is_refused=True)

    def _keep(self, part: Part) -> None:
        match part:
            case Delivery():
                self._delivery(part)
            case Rows():
                added = self.basket.put(TABLES[part.table], part, self.origin_id)
                self.rows += 0 if part.table in ADDED_UP else added
            case Refused():
                self._refusal(part)

    def _delivery(self, part: Delivery) -> None:
        fields = {name: getattr(part, name) for name in Delivery.__slots__ if name != "key"}
        fields["delivered_at"] = part.delivered_at or self.source.modified_at
        self._log(
            "deliveries",
            fields
            | {
                "delivery_id": delivery_id(self.origin_id, part.key),
                "origin_id": self.origin_id,
                "read_at": self.at,
            },
        )

    def _refusal(self, part: Refused, *, fatal: bool = False) -> None:
        self.refused += 1
        self._log(
            "refusals",
            {
                "origin_id": self.origin_id,
                "place": part.place,
                "found": " ".join(part.found.split())[:500],
                "expected_en": part.expected.en,
                "expected_ja": part.expected.ja,
                "todo_en": part.todo.en,
                "todo_ja": part.todo.ja,
                "is_fatal": fatal,
            },
        )

    def _origin(self, *, is_refused: bool = False) -> None:
        self._log(
            "origins",
            {
                "origin_id": self.origin_id,
                "path": self.source.name,
                "sha256": self.digest,
                "bytes": self.source.size,
                "reader": self.reader.name if self.reader else None,
                "licence": self.reader.licence if self.reader else None,
                "read_at": self.at,
                "modified_at": self.source.modified_at,
                "rows": self.rows,
                "refused": self.refused,
                "is_refused": is_refused,
            },
        )

    def _log(self, table: str, row: Mapping[str, Any]) -> None:
        self.basket.put(TABLES[table], Rows(table, [row]), self.origin_id)


def _held(source: Source) -> Source:
    """The source with its content in memory, as it is read for its digest and by its reader."""
    with source.open() as stream:
        # Asked for no more than it has, for room that stays empty costs time; it may have grown.
        content = stream.read(source.size + 1)
        if len(content) > source.size:
            content += stream.read(STREAM + 1 - len(content))
    return source if len(content) > STREAM else replace(source, open=lambda: BytesIO(content))


def _digest(source: Source) -> tuple[str, bytes]:
    """The content's SHA-256 and its first bytes."""
    digest, head = sha256(), b""
    with source.open() as stream:
        while chunk := stream.read(CHUNK):
            head = head or chunk[:HEAD]
            digest.update(chunk)
    return digest.hexdigest(), head
