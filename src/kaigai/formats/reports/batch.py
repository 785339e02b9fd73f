"""A batch of a report's rows as columns of values, the bad rows sorted out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain
from typing import Any, Final

from kaigai.formats.reports import fault
from kaigai.formats.reports.cells import Memory, as_text, parsers
from kaigai.formats.reports.days import Period, span
from kaigai.formats.reports.fault import Bad
from kaigai.formats.reports.layout import Opened
from kaigai.formats.reports.numbers import mark_of
from kaigai.formats.reports.rows import Line
from kaigai.formats.reports.spec import SECOND, Report

SIZE: Final = 4_000  #: rows that are read together: more burden the garbage collector

_IDS: Final = ("isrc", "gtin", "video", "asset")
_DAYS: Final = frozenset({"period", "start", "end"})


@dataclass
class Batch:
    """Rows side by side: the numbers of their lines, and the values of each field."""

    numbers: list[int]
    values: dict[str, list[Any]] = field(default_factory=dict)

    def get(self, name: str) -> list[Any]:
        """The values of a field; Nones where nothing gives it."""
        return self.values.get(name) or [None] * len(self.numbers)

    def without(self, dropped: set[int]) -> "Batch":
        """The batch without the rows at these places."""
        if not dropped:
            return self
        kept = [at for at in range(len(self.numbers)) if at not in dropped]
        values = {name: [column[at] for at in kept] for name, column in self.values.items()}
        return Batch([self.numbers[at] for at in kept], values)


class Batches:
    """Turns lines into batches; remembers what each column's texts mean."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.heading, self.report = opened.heading, opened.heading.report
        self.memories: Mapping[str, Memory] = {}
        self.given = dict(_parsed(self.report, opened.given))
        self.period: Period | None = self.given.get("period") or _span(
            (self.given.get("start"), self.given.get("end"))
        )

    @property
    def has_period(self) -> bool:
        """Whether rows can say when they count."""
        fields = self.heading.fields.keys()
        return bool(self.period or "period" in fields or {"start", "end"} <= fields)

    def read(self, lines: Sequence[Line]) -> tuple[Batch, dict[int, Bad], list[Bad]]:
        """The good rows of these lines; what is wrong with the others, by their place among the
        lines; and what is wrong with cells whose rows are kept."""
        columns = list(zip(*(cells for _, cells in lines), strict=True))
        cells = {name: columns[index] for name, index in self.heading.fields.items()}
        self.memories = self.memories or self._remembering(cells)
        values = {name: self.memories[name].column(column) for name, column in cells.items()}
        batch = Batch([number for number, _ in lines], values)
        self._fill(batch)
        bad = dict(self._bad_cells(batch, cells))
        for at, period in enumerate(batch.values["days"]):
            if period is None and at not in bad:
                bad[at] = self._bad(batch, at, "period", cells)
        kept = list(self._odd_isrcs(batch, cells, bad))
        return batch.without(set(bad)), bad, kept

    def _remembering(self, cells: Mapping[str, Sequence[str]]) -> Mapping[str, Memory]:
        numbers = [cells[name] for name in self.report.numbers if name in cells]
        known = parsers(self.report, mark_of(chain.from_iterable(numbers)))
        quoted = self.opened.quoted
        return {
            name: Memory(known.get(name.removesuffix(SECOND), as_text), quoted=quoted)
            for name in cells
        }

    def _fill(self, batch: Batch) -> None:
        """What no column gives: the days, and what is the same for all rows."""
        size = len(batch.numbers)
        for name, value in self.given.items():
            if name not in batch.values and name not in _DAYS:
                batch.values[name] = [value] * size
        if self.heading.currency and "currency" not in self.heading.fields:
            batch.values["currency"] = [self.heading.currency] * size
        for name in [name for name in batch.values if name.endswith(SECOND)]:
            first = batch.get(name.removesuffix(SECOND))
            second = batch.values.pop(name)
            batch.values[name.removesuffix(SECOND)] = [
                own if own is not None else other for own, other in zip(first, second, strict=True)
            ]
        batch.values["days"] = self._days(batch)
        for name in self.report.numbers if "returned" in batch.values else ():
            if name in batch.values:
                pairs = zip(batch.values[name], batch.values["returned"], strict=True)
                batch.values[name] = [_returned(value) if back else value for value, back in pairs]

    def _days(self, batch: Batch) -> list[Period | None]:
        """First and last day where the row has them, else its day or month, else the report's."""
        size = len(batch.numbers)
        days: list[Period | None] = [self.period] * size
        if "period" in batch.values:
            days = batch.values["period"]
        if "start" in batch.values and "end" in batch.values:
            pairs = list(zip(batch.values["start"], batch.values["end"], strict=True))
            spans = {pair: _span(pair) for pair in set(pairs)}
            days = [spans[pair] or other for pair, other in zip(pairs, days, strict=True)]
        return days

    def _bad_cells(
        self, batch: Batch, cells: Mapping[str, Sequence[str]]
    ) -> Iterator[tuple[int, Bad]]:
        for name, column in cells.items():
            wrong = self.memories[name].bad
            if wrong and name != "isrc" and not name.endswith(SECOND):
                for at, cell in enumerate(column):
                    if cell in wrong:
                        yield at, self._bad(batch, at, name, cells)

    def _odd_isrcs(
        self, batch: Batch, cells: Mapping[str, Sequence[str]], bad: Mapping[int, Bad]
    ) -> Iterator[Bad]:
        """Each malformed ISRC once; its rows are kept under their titles."""
        wrong = set(self.memories["isrc"].bad) if "isrc" in cells else set()
        for at, cell in enumerate(cells["isrc"] if wrong else ()):
            if cell in wrong and at not in bad:
                wrong.discard(cell)
                place = self._place(batch, at, "isrc")
                yield Bad(place, cell.strip(), *fault.ISRC)

    def _bad(self, batch: Batch, at: int, name: str, cells: Mapping[str, Sequence[str]]) -> Bad:
        what = "number" if name in self.report.numbers else name
        what = "period" if name in _DAYS else what
        found = cells[name][at].strip() if name in cells else ""
        place = self._place(batch, at, name)
        return Bad(place, found[:200], fault.EXPECTED.get(what, fault.EXPECTED["number"]),
                   fault.KEPT_OUT)  # fmt: skip

    def _place(self, batch: Batch, at: int, name: str) -> str:
        line = f"{self.opened.place} {batch.numbers[at]}"
        return f"{line}, column {self.heading.column(name)}"


def _returned(value: Decimal | None) -> Decimal | None:
    """A return counts against the sales, whichever sign the report gives it."""
    return None if value is None else -abs(value)


def has_subject(batch: Batch) -> Sequence[bool]:
    """Whether a row says what was played."""
    columns = [batch.get(name) for name in (*_IDS, "title")]
    return [any(row) for row in zip(*columns, strict=True)]


def _parsed(report: Report, given: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """What is given for all rows, as values; what cannot be read is not given."""
    known = parsers(report, ".")
    for name, text in given.items():
        try:
            yield name, known.get(name, as_text)(text)
        except (ValueError, OverflowError):
            continue


def _span(pair: tuple[Any, Any]) -> Period | None:
    try:
        return span(*pair)
    except (ValueError, TypeError):
        return None
