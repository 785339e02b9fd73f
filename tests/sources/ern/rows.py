"""Rows of a literal message, by table, and short ways to look at them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

import pyarrow as pa

from kaigai.facts.table import TABLES
from kaigai.sources.reader import Delivery, Refused, Rows, Source
from kaigai.sources.readers.ddex_ern import ddex_ern
from tests.sources import reading


@dataclass
class Read(reading.Read):
    """What a message gave, as of any file, and its names at a glance."""

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
