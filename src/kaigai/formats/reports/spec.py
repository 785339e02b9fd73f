"""What a report is, said once: its columns by name, its habits, and how to know it."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Final, Literal

from kaigai.formats.reports.days import Order
from kaigai.formats.reports.measures import Measure
from kaigai.formats.sheets.headers import plain

CURRENCY: Final = "{currency}"
SECOND: Final = "_2"  #: ends a field that is asked where the first of its name is empty

#: Fields that a column, the preamble, the file's name or a constant may give.
_FIELDS: Final = (
    "isrc gtin video asset title artist album duration service offer kind territory period start "
    "end until window reported account amount currency returned ignored"
)
FIELDS: Final = frozenset(_FIELDS.split())


@dataclass(frozen=True)
class Report:
    """One layout of one report.

    reporter   who says so; the reader's name unless it has several kinds
    columns    field to headers, `|` between, the best first; case, width and signs are ignored;
               `{currency}` stands for three letters, which become the row's currency;
               `isrc_2` is asked where `isrc` is empty, and so with others
    measures   field of a column that counts to what it counts; the amount goes with the first
    needs      fields without which it is another report
    telling    headers that must all be there, beside those
    without    headers of which none may be there: a finer report of the same plays
    only       whether a header that is not in `columns` makes it another report
    period     what a date in the period column stands for
    order      of day, month and year in `04/01/2024`
    preamble   field to names of lines above the header (name, value)
    footers    name of a line below the table to the field that it adds up; `rows` counts rows
    file_name  expressions on the file's name whose groups are fields; the first that fits
    always     field to value where no column gives it
    kinds      own rules for the type of sale, before the shared ones (`measures.KINDS`)
    subject    `artist` or `channel` where rows are about no single recording
    has_totals whether a row called `Total` or 合計 adds up the others
    part       names the layout in the delivery's scope, where one account has several
    """

    reporter: str
    columns: Mapping[str, str]
    measures: Mapping[str, Measure]
    needs: str
    telling: str = ""
    without: str = ""
    only: bool = False
    period: Literal["day", "month"] = "month"
    order: Order = "ymd"
    preamble: Mapping[str, str] = field(default_factory=dict)
    footers: Mapping[str, str] = field(default_factory=dict)
    file_name: tuple[str, ...] = ()
    always: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    subject: Literal["", "artist", "channel"] = ""
    has_totals: bool = True
    part: str = ""

    def __post_init__(self) -> None:
        named = {name.removesuffix(SECOND) for name in self.columns}
        unknown = named - FIELDS - self.measures.keys()
        if unknown:
            raise ValueError(f"{self.reporter}: no such fields: {sorted(unknown)}")

    @cached_property
    def spellings(self) -> Mapping[str, tuple[re.Pattern[str], ...]]:
        """Field to its headers as expressions on a plain header, the best first."""
        return {name: spellings(aliases) for name, aliases in self.columns.items()}

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """The fields that hold numbers."""
        return (*self.measures, "amount")

    def heading(self, cells: Sequence[str]) -> "Heading | None":
        """What each column of a header row is; None where it heads another report."""
        headers = [plain(cell) for cell in cells]
        known = set(headers)
        if not words(self.telling) <= known or words(self.without) & known:
            return None
        needed = (self.spellings.get(name, ()) for name in self.needs.split())
        if not all(_is_headed(forms, known) for forms in needed):
            return None
        heading = Heading(self, tuple(cell.strip() for cell in cells))
        for name, forms in self.spellings.items():
            _place(heading, name, forms, headers)
        extra = {header for header in known if header} - {headers[i] for i in heading.known}
        return None if self.only and extra else heading


@dataclass
class Heading:
    """A header row understood: the column of each field, and currencies that headers name."""

    report: Report
    headers: tuple[str, ...]
    fields: dict[str, int] = field(default_factory=dict)
    known: set[int] = field(default_factory=set)  #: columns with a meaning, used or not
    currency: str | None = None

    def column(self, name: str) -> str:
        """The header of a field, as it stands."""
        return self.headers[self.fields[name]] if name in self.fields else name


def _is_headed(forms: tuple[re.Pattern[str], ...], headers: Collection[str]) -> bool:
    return any(form.fullmatch(header) for form in forms for header in headers)


def _place(
    heading: Heading, name: str, forms: tuple[re.Pattern[str], ...], headers: Sequence[str]
) -> None:
    for form in forms:
        for index, header in enumerate(headers):
            found = form.fullmatch(header)
            if found is None:
                continue
            heading.known.add(index)
            if name not in heading.fields:
                heading.fields[name] = index
                if found.groups():
                    heading.currency = found.group(1).upper()


@cache  # of what reports declare
def words(names: str) -> frozenset[str]:
    """Plain forms of names with `|` between."""
    return frozenset(plain(name) for name in names.split("|") if name)


def spellings(names: str) -> tuple[re.Pattern[str], ...]:
    """Names with `|` between as expressions on a plain header."""
    return tuple(
        re.compile("([a-z]{3})".join(re.escape(plain(part)) for part in name.split(CURRENCY)))
        for name in names.split("|")
    )
