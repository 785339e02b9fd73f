"""Reads a report given as text, and holds every row against its table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pyarrow as pa

from kaigai.facts.table import TABLES
from kaigai.sources.reader import READERS, Delivery, Refused, Rows, Source
from tests.sources.reports.samples import FIRST

MADE = datetime(2026, 7, 1, 12, tzinfo=UTC)


@dataclass
class Said:
    """What a report gave."""

    scopes: list[str] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    usage: list[Mapping[str, Any]] = field(default_factory=list)
    totals: list[Mapping[str, Any]] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    def column(self, *names: str) -> list[Any]:
        """A column of usage, or tuples of several."""
        if len(names) == 1:
            return [row[names[0]] for row in self.usage]
        return [tuple(row[name] for name in names) for row in self.usage]

    def sum(self, measure: str) -> float:
        """All that was counted of a measure."""
        return sum(row["quantity"] or 0 for row in self.usage if row["measure"] == measure)

    def money(self) -> dict[str, int]:
        """Millionths by currency."""
        sums: dict[str, int] = {}
        for row in self.usage:
            if row["amount_millionths"] is not None:
                sums[row["currency"]] = sums.get(row["currency"], 0) + row["amount_millionths"]
        return sums


def source(data: str | bytes, name: str) -> Source:
    """A Source over a text or bytes."""
    content = data.encode() if isinstance(data, str) else data
    return Source(name, len(content), lambda: BytesIO(content), MADE)


def said(reader: str, data: str | bytes | None = None, name: str | None = None) -> Said:
    """What a reader makes of a report; of its first sample where none is given."""
    known_name, known = FIRST[reader]
    result = Said()
    for part in READERS[reader].read(source(data or known, name or known_name)):
        match part:
            case Delivery():
                result.deliveries.append(part)
                result.scopes.append(part.scope)
            case Refused():
                result.refused.append(part)
            case Rows():
                _keep(result, part)
    return result


def _keep(result: Said, part: Rows) -> None:
    assert part.delivery in {each.key for each in result.deliveries}
    if isinstance(part.rows, pa.Table):
        assert part.rows.column_names == list(TABLES[part.table].columns)
        rows = part.rows.to_pylist()
    else:
        rows = [dict(row) for row in part.rows]
        pa.Table.from_pylist(rows, schema=TABLES[part.table].arrow_schema())
    (result.usage if part.table == "usage" else result.totals).extend(rows)
