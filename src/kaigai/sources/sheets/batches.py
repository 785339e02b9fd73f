"""Rows one by one into Rows by table, and the name that a sheet's delivery goes by."""

from collections.abc import Iterable, Iterator
from typing import Any

from kaigai.sources.reader import Rows, Source

Row = tuple[str, dict[str, Any]]  #: (table, row)

SIZE = 5_000  #: rows of one table that are handed on together


class Batches:
    """Collects rows until there are enough of a table."""

    def __init__(self, delivery: str = "") -> None:
        self._delivery = delivery
        self._rows: dict[str, list[dict[str, object]]] = {}

    def add(self, rows: Iterable[Row]) -> Iterator[Rows]:
        """Take rows; yields those of a table that has enough."""
        for table, row in rows:
            waiting = self._rows.setdefault(table, [])
            waiting.append(row)
            if len(waiting) >= SIZE:
                yield self._taken(table)

    def rest(self) -> Iterator[Rows]:
        """All that wait."""
        for table in list(self._rows):
            yield self._taken(table)

    def _taken(self, table: str) -> Rows:
        return Rows(table, self._rows.pop(table), self._delivery)


def file_name(source: Source) -> str:
    """The last part of a source's name: a sheet replaces the older one of the same name."""
    return source.name.replace("\\", "/").rpartition("/")[2]
