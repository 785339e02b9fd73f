"""What a report says of its own sums, held against what its rows add up to."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from kaigai.formats.reports.batch import Batch
from kaigai.formats.reports.cells import total
from kaigai.formats.reports.days import last_day
from kaigai.formats.reports.numbers import decimals
from kaigai.formats.reports.spec import Heading, Report, words

_TOTAL: Final = re.compile(r"(?:grand |overall )?totals?|総?合計行?|総計|計|全体")
_SUBTOTAL: Final = re.compile(r"小計.*|sub-?totals?.*|中計")
_IDS: Final = ("isrc", "gtin", "asset")

Kind = Literal["blank", "header", "footer", "total", "subtotal"]


@dataclass(frozen=True, slots=True)
class Total:
    """One sum of a report: as stated, and as its rows add up; `field` is a column's or `rows`."""

    place: str
    field: str
    header: str
    measure: str
    currency: str | None
    stated: Decimal
    counted: Decimal

    @property
    def agrees(self) -> bool:
        """Whether both are equal, but for the digits that the stated one leaves off."""
        off = abs(self.stated - self.counted)
        shorter = decimals(self.stated) < decimals(self.counted.normalize())
        return off <= (Decimal(1).scaleb(-decimals(self.stated)) if shorter else 0)


@dataclass
class Tally:
    """The sums of a report's rows while they are read, and those that it states itself."""

    heading: Heading
    rows: int = 0
    sums: dict[str, Decimal] = field(default_factory=dict)
    currencies: set[str | None] = field(default_factory=set)
    first: date | None = None
    last: date | None = None
    stated: list[tuple[str, str, Decimal]] = field(default_factory=list)

    @property
    def report(self) -> Report:
        """The report's layout."""
        return self.heading.report

    def add(self, batch: Batch) -> None:
        """Take in the rows that are kept."""
        self.rows += len(batch.numbers)
        for name in self.report.numbers:
            if name in batch.values:
                self.sums[name] = total([self.sums.get(name), *batch.values[name]])
        self.currencies |= set(batch.get("currency"))
        days = set(batch.values["days"])
        if days:
            first, last = min(day for day, _ in days), max(map(last_day, days))
            self.first = min(self.first or first, first)
            self.last = max(self.last or last, last)

    def state(self, place: str, name: str, value: Decimal | None) -> None:
        """Take in what the report says."""
        if value is not None:
            self.stated.append((place, name, value))

    def totals(self) -> Iterator[Total]:
        """Every stated sum beside the counted one; money only where it is of one currency."""
        for place, name, value in self.stated:
            counted = Decimal(self.rows) if name == "rows" else self.sums.get(name)
            if counted is None or (name == "amount" and len(self.currencies) > 1):
                continue
            currency = next(iter(self.currencies), None) if name == "amount" else None
            measure = self.report.measures.get(name)
            times = measure.times if measure else 1
            yield Total(
                place,
                name,
                self.heading.column(name),
                measure.name if measure else name,
                currency,
                value * times,
                counted * times,
            )


def kind_of(heading: Heading, cells: Sequence[str]) -> Kind | None:
    """What a row is that is no row of the table; None where it should be one."""
    said = [cell.strip() for cell in cells if cell.strip()]
    if not said:
        return "blank"
    if [cell.strip() for cell in cells[: len(heading.headers)]] == list(heading.headers):
        return "header"
    if footer_field(heading.report, said) is not None:
        return "footer"
    ids = [cells[heading.fields[name]].strip() for name in _IDS if name in heading.fields]
    if any(each and not is_sum(each) for each in ids):
        return None
    told = [_folded(text) for text in said[:4]] if heading.report.has_totals else []
    if any(_TOTAL.fullmatch(text) for text in told):
        return "total"
    return "subtotal" if any(_SUBTOTAL.fullmatch(text) for text in told) else None


def is_sum(text: object) -> bool:
    """Whether a cell says that its row adds up others."""
    word = _folded(text) if isinstance(text, str) else ""
    return bool(_TOTAL.fullmatch(word) or _SUBTOTAL.fullmatch(word))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().rstrip(": ")


def footer_field(report: Report, said: Sequence[str]) -> str | None:
    """The field that a line below the table adds up, as `Total_Units`, `12`."""
    if len(said) < 2 or not report.footers:
        return None
    first = words(said[0])
    return next((name for names, name in report.footers.items() if words(names) & first), None)


def numbers_of(heading: Heading, cells: Sequence[str]) -> Mapping[str, str]:
    """The cells of a total row that hold numbers, by field."""
    return {
        name: cells[heading.fields[name]]
        for name in heading.report.numbers
        if name in heading.fields and cells[heading.fields[name]].strip()
    }
