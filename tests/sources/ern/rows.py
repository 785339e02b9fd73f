"""Rows of a literal message, by table, and short ways to look at them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pyarrow as pa

from kaigai.facts.table import TABLES
from kaigai.sources.reader import Delivery, Refused, Rows, Source
from kaigai.sources.readers.ddex_ern import ddex_ern


@dataclass
class Read:
    """What a message gave: deliveries, refusals, and rows by table with their delivery."""

    deliveries: list[Delivery] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    tables: dict[str, list[Mapping[str, Any]]] = field(default_factory=dict)
    keys: dict[str, list[str]] = field(default_factory=dict)

    def column(self, table: str, *columns: str) -> list[Any]:
        """Values of a column, or tuples of several, in order."""
        rows = self.tables.get(table, [])
        if len(columns) == 1:
            return [row.get(columns[0]) for row in rows]
        return [tuple(row.get(column) for column in columns) for row in rows]

    def one(self, table: str) -> Mapping[str, Any]:
        """The only row of a table."""
        (row,) = self.tables[table]
        return row

    def names(self, kind: str) -> set[tuple[str, str | None, str]]:
        """Text, language and role of all names of a kind of subject."""
        rows = self.tables.get("names", [])
        return {
            (row["text"], row["language"], row["role"])
            for row in rows
            if row["subject_kind"] == kind
        }


def source(data: bytes, name: str = "test.xml") -> Source:
    """A Source over bytes."""
    return Source(name, len(data), lambda: BytesIO(data), datetime(2026, 3, 2, tzinfo=UTC))


def rows_of(text: str | bytes) -> Read:
    """Everything that the reader yields; rows are held against their table's schema."""
    read = Read()
    data = text.encode() if isinstance(text, str) else text
    for part in ddex_ern.read(source(data)):
        if isinstance(part, Delivery):
            read.deliveries.append(part)
        elif isinstance(part, Refused):
            read.refused.append(part)
        else:
            _keep(read, part)
    return read


def _keep(read: Read, part: Rows) -> None:
    assert not isinstance(part.rows, pa.Table)
    table = TABLES[part.table]
    for row in part.rows:
        assert set(row) <= set(table.columns)
        pa.Table.from_pylist([dict(row)], schema=table.arrow_schema())
        read.tables.setdefault(part.table, []).append(row)
        read.keys.setdefault(part.table, []).append(part.delivery)
