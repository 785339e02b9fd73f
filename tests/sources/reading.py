"""Reads bytes with a reader and holds every row against its table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pyarrow as pa

from kaigai.facts.parts import plain
from kaigai.facts.table import TABLES, arrow_type
from kaigai.sources.reader import Delivery, Reader, Refused, RefusedFile, Rows, Source

DATED = datetime(2026, 3, 2, tzinfo=UTC)


@dataclass
class Read:
    """What a file gave: deliveries, refusals, and rows by table."""

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

    def by(self, table: str, key: str) -> dict[Any, Mapping[str, Any]]:
        """Rows by a column that names them."""
        return {row[key]: row for row in self.tables.get(table, [])}

    def names(self, kind: str) -> set[tuple[str, str | None, str]]:
        """Text, language and role of all names of a kind of subject."""
        return {
            (row["text"], row["language"], row["role"])
            for row in self.tables.get("names", [])
            if row["subject_kind"] == kind
        }

    @property
    def places(self) -> list[str]:
        """Where something was refused."""
        return [refused.place for refused in self.refused]


def source(data: bytes | str, name: str = "list.csv", **options: Any) -> Source:
    """A Source over bytes, or over text as UTF-8."""
    content = data.encode() if isinstance(data, str) else data
    return Source(name, len(content), lambda: BytesIO(content), DATED, options)


def read(reader: Reader, given: Source) -> Read:
    """Everything that a reader yields; deliveries come before their rows."""
    found = Read()
    for part in reader.read(given):
        if isinstance(part, Delivery):
            found.deliveries.append(part)
        elif isinstance(part, Refused):
            assert part.place
            assert part.expected.ja
            assert part.todo.ja
            found.refused.append(part)
        else:
            _keep(found, part, reader)
    return found


def read_or_refused(reader: Reader, given: Source) -> Read | Refused:
    """As `read`; a refused file is what it was refused for."""
    try:
        return read(reader, given)
    except RefusedFile as error:
        return error.refused


def _keep(found: Read, part: Rows, reader: Reader) -> None:
    assert part.table in reader.feeds
    table = TABLES[part.table]
    schema = pa.schema([(name, arrow_type(kind)) for name, kind in table.columns.items()])
    if table.kind == "fact":
        assert part.delivery in {delivery.key for delivery in found.deliveries}
    if isinstance(part.rows, pa.Table):
        written = plain(part.rows).schema
        assert all(schema.field(each.name).type == each.type for each in written)
    rows = part.rows.to_pylist() if isinstance(part.rows, pa.Table) else list(part.rows)
    for row in rows:
        assert set(row) <= set(table.columns)
    pa.Table.from_pylist([dict(row) for row in rows], schema=schema)
    found.tables.setdefault(part.table, []).extend(rows)
    found.keys.setdefault(part.table, []).extend([part.delivery] * len(rows))
