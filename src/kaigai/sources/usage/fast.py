"""The fast road: plain text of days, territories, ISRCs and plays, as numbers from the start.

It takes a block only where the slow road would make the very same rows of it, and leaves all
else, as soon as it meets it, to that road.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.csv as pa_csv

from kaigai.formats.charts.periods import WEEKLY, days_between, period_of
from kaigai.formats.charts.places import place_of
from kaigai.formats.charts.services import service_of
from kaigai.formats.reports.numbers import MOST
from kaigai.formats.sheets.headers import Column
from kaigai.formats.sheets.usage import MEASURES
from kaigai.sources.usage.cells import PLACES, days_of, summed
from kaigai.sources.usage.columns import differs_between, is_sampled, isrc_of, sampled_by
from kaigai.sources.usage.dictionary import Coded, Codes, NotPlain, dictionary, same
from kaigai.sources.usage.frame import Known
from kaigai.sources.usage.monthly import length_of, named_alone
from kaigai.sources.usage.months import Months

_NEEDED: Final = {"day", "territory", "isrc"}
_TAKEN: Final = _NEEDED | {"service"}
_NUMBERED: Final = pa.dictionary(pa.int32(), pa.string())
_MOST_PLAYS: Final = int(MOST)
_LOOK: Final = 1000  #: lines at a file's beginning that show how long texts are
_LONGEST: Final = 64


@dataclass
class Fast:
    """One file on the fast road."""

    known: Known
    names: tuple[str, ...]
    measure: str
    delimiter: str
    wanted: dict[str, str]  #: field to column name
    months: Months = field(default_factory=Months)
    kinds: dict[str, pa.DataType] | None = None  #: of columns, where it is not _NUMBERED
    told: int = 0  #: things that `reported` has been given
    sampled: Codes = field(default_factory=lambda: np.zeros(0, np.uint16))  #: by recording
    day: Coded = field(default_factory=lambda: Coded(period_of, np.uint16))
    service: Coded = field(
        default_factory=lambda: Coded(lambda text: service_of(text) or None, np.int16)
    )
    territory: Coded = field(default_factory=lambda: Coded(_territory, np.int16))
    isrc: Coded = field(default_factory=lambda: Coded(isrc_of))

    def rows(self, block: bytes) -> pa.Table | None:
        """Rows of usage, with the columns that say something, or None where the slow road must
        look at this block."""
        try:
            return self._usage(self._table(block))
        except (NotPlain, pa.ArrowException, ValueError):
            return None

    def summed(self, *, at_end: bool = False) -> Iterator[tuple[str, pa.Table]]:
        """Rows of `reported` and `usage_monthly` for the months that are complete, or all."""
        ids: list[str] = []
        for (month, length), cells in self.months.summed(at_end=at_end):
            if not ids:
                things = named_alone("recording", self.isrc.values)
                yield "reported", things.slice(self.told)
                self.told, ids = things.num_rows, things["reported_id"].to_pylist()
            services = self.service.values or [self.known.service or ""]
            yield (
                "usage_monthly",
                summed(
                    cells,
                    month,
                    services,
                    self.territory.values,
                    ids,
                    measure=self.measure,
                    length=length,
                ),
            )

    def _table(self, block: bytes) -> pa.Table:
        """The block's wanted columns, texts numbered; raises NotPlain, ArrowException."""
        if b"\r" in block:
            block = block.replace(b"\r\n", b"\n")
        if b"\r" in block or b'"' in block or b"\0" in block:
            raise NotPlain
        if self.kinds is None:
            self.kinds = _of_one_length(block, self.delimiter, self.names)
        try:
            table = self._parsed(block, self.kinds)
        except pa.ArrowInvalid:
            if not self.kinds:
                raise
            table = self._parsed(block, {})
            self.kinds = {}  # it was the texts' length
        if not table.num_rows:
            raise NotPlain
        return table.rename_columns(list(self.wanted))

    def _parsed(self, block: bytes, kinds: dict[str, pa.DataType]) -> pa.Table:
        texts = dict.fromkeys(self.wanted.values(), _NUMBERED)
        return pa_csv.read_csv(
            pa.py_buffer(block),
            pa_csv.ReadOptions(column_names=list(self.names), block_size=len(block) + 1),
            pa_csv.ParseOptions(delimiter=self.delimiter, quote_char=False),
            pa_csv.ConvertOptions(
                include_columns=list(self.wanted.values()),
                column_types=texts | kinds | {self.wanted[self.measure]: pa.int64()},
                null_values=[""],
                strings_can_be_null=False,
            ),
        )

    def _usage(self, table: pa.Table) -> pa.Table:
        if table[self.measure].null_count:
            raise NotPlain
        numbers = table[self.measure].to_numpy()
        if numbers.min() < 0 or numbers.max() >= _MOST_PLAYS:
            raise NotPlain
        codes = {
            name: getattr(self, name).codes(table[name])
            for name in ("day", "territory", "isrc", "service")
            if name in table.column_names
        }
        service, services = self._services(codes, table.num_rows)
        length = self._length(codes["day"], service, services)
        of_day = np.array([_number(period.day) for period in self.day.values], np.int32)
        days = of_day[codes["day"]]
        self._guard(codes, service, days, numbers)
        rows = self._arrow(codes, service, services, length, days, numbers)
        self._add(codes, service, length, numbers)
        return rows

    def _services(self, codes: dict[str, Codes], size: int) -> tuple[Codes, list[str]]:
        if len(self.territory.values) > PLACES:
            raise NotPlain
        if "service" in codes:
            if len(self.service.values) < len({text.strip() for text in self.service.places}):
                raise NotPlain  # two lists of one service
            return codes["service"], self.service.values
        if self.known.service is None:
            raise NotPlain
        return np.zeros(size, np.int16), [self.known.service]

    def _length(self, day: Codes, service: Codes, services: list[str]) -> int:
        """The length of all periods of a block, in days."""
        said, periods = self.known.days, self.day.values
        of = service.astype(np.int64) * len(periods) + day if len(services) > 1 else day
        seen = np.bincount(of, minlength=len(services) * len(periods))
        lengths: set[int] = set()
        for number, name in enumerate(services):
            there = seen[number * len(periods) :][: len(periods)]
            given = [periods[at] for at in np.flatnonzero(there)]
            usual = said or (WEEKLY if name == "Billboard" else days_between(p.day for p in given))
            lengths |= {period.days or usual for period in given}
        if len(lengths) != 1:
            raise NotPlain
        return lengths.pop()

    def _guard(self, codes: dict[str, Codes], service: Codes, days: Codes, plays: Codes) -> None:
        """A number that is the same in every territory is for the slow road to tell."""
        if len(self.sampled) < len(self.isrc.known):
            self.sampled = sampled_by(pl.Series(self.isrc.values))
        chosen = np.flatnonzero(is_sampled(self.sampled[codes["isrc"]], days))
        frame = pl.DataFrame(
            {
                "day": days[chosen],
                "service": service[chosen],
                "subject": codes["isrc"][chosen],
                "title": np.zeros(len(chosen), np.int8),
                "territory": codes["territory"][chosen],
                self.measure: plays[chosen].astype(np.float64),
            }
        )
        if not differs_between(frame, self.measure):
            raise NotPlain

    def _add(self, codes: dict[str, Codes], service: Codes, length: int, plays: Codes) -> None:
        """Add the block to its months; those that it has nothing of are done."""
        months = [period.day.replace(day=1) for period in self.day.values]
        in_month = np.array([period.day.day - 1 for period in self.day.values], np.uint8)
        place = service.astype(np.int32) * PLACES + codes["territory"]
        columns = place, codes["isrc"], in_month[codes["day"]], plays
        seen = {months[at] for at in np.flatnonzero(np.bincount(codes["day"]))}
        for month in sorted(seen):
            rows: Any = slice(None)
            if len(seen) > 1:
                rows = np.array([each == month for each in months])[codes["day"]]
            place, thing, day, counted = (column[rows] for column in columns)
            self.months.add((month, length_of(length)), place, thing, day, counted)
        self.months.went_by(seen)

    def _arrow(
        self,
        codes: dict[str, Codes],
        service: Codes,
        services: list[str],
        length: int,
        days: Codes,
        plays: Codes,
    ) -> pa.Table:
        size = len(plays)
        columns: dict[str, Any] = {
            "day": days_of(days),
            "days": pa.array(np.full(size, length, np.int64)),
            "service": dictionary(service, services),
            "territory": dictionary(codes["territory"], self.territory.values),
            "measure": same(self.measure, size),
            "quantity": pa.array(plays.astype(np.float64)),
            "subject_kind": same("recording", size),
            "subject_id": dictionary(codes["isrc"], self.isrc.values),
        }
        return pa.table(columns)


def fast_road(columns: Sequence[Column], delimiter: str, known: Known) -> Fast | None:
    """The fast road for these columns; None where they are not plain plays of recordings."""
    fields = {column.field for column in columns if column.field}
    counted = [name for name in MEASURES if name in fields]
    told = known.option("territory")
    if len(counted) != 1 or counted == ["rank"] or told or not fields >= _NEEDED:
        return None
    if fields - set(counted) - _TAKEN or len(delimiter) != 1:
        return None
    names = tuple(f"c{column.index}" for column in columns)
    wanted = {column.field: f"c{column.index}" for column in columns if column.field}
    return Fast(known, names, counted[0], delimiter, wanted)


def _of_one_length(block: bytes, delimiter: str, names: Sequence[str]) -> dict[str, pa.DataType]:
    """Columns whose texts are all of one length, as far as the first lines show: such texts
    are taken as they lie, which costs a third."""
    lines = block[: _LOOK * _LONGEST].split(b"\n")[:-1][:_LOOK]
    rows = [line.split(delimiter.encode()) for line in lines]
    lengths = [{len(cell) for cell in cells} for cells in zip(*rows, strict=False)]
    return {
        name: pa.binary(min(of))
        for name, of in zip(names, lengths, strict=False)
        if len(of) == 1 and 1 < min(of) <= _LONGEST
    }


def _territory(text: str) -> str | None:
    place = place_of(text)
    return None if place.chart else place.territory


def _number(day: date) -> int:
    return (day - date(1970, 1, 1)).days
