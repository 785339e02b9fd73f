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

from kaigai.facts.tables.usage import USAGE
from kaigai.formats.charts.periods import WEEKLY, days_between, period_of
from kaigai.formats.charts.places import place_of
from kaigai.formats.charts.services import service_of
from kaigai.formats.sheets.headers import Column
from kaigai.formats.sheets.usage import MEASURES
from kaigai.sources.usage.cells import PLACES, Cells, added_up, days_of, summed, together
from kaigai.sources.usage.coded import Coded, Codes, NotPlain, dictionary, same
from kaigai.sources.usage.columns import differs_between, is_sampled, isrc_of
from kaigai.sources.usage.frame import Known
from kaigai.sources.usage.monthly import length_of, named_alone

_NEEDED: Final = {"day", "territory", "isrc"}
_TAKEN: Final = _NEEDED | {"service"}
_HELD: Final = 4_000_000  #: sums that wait for more of their month
_PIECE: Final = 16 * 1024**2  #: bytes that are parsed together
_NUMBERED: Final = pa.dictionary(pa.int32(), pa.string())
_MOST_PLAYS: Final = 2**53


@dataclass
class Fast:
    """One file on the fast road; `held` are sums of months that may go on in the next block."""

    known: Known
    names: tuple[str, ...]
    measure: str
    delimiter: str
    wanted: dict[str, str]  #: field to column name
    held: dict[tuple[date, str], list[Cells]] = field(default_factory=dict)
    done: list[tuple[date, str]] = field(default_factory=list)  #: months that do not go on
    told: int = 0  #: things that `reported` has been given
    day: Coded = field(default_factory=lambda: Coded(period_of))
    service: Coded = field(default_factory=lambda: Coded(lambda text: service_of(text) or None))
    territory: Coded = field(default_factory=lambda: Coded(_territory))
    isrc: Coded = field(default_factory=lambda: Coded(isrc_of))

    def rows(self, block: bytes) -> pa.Table | None:
        """Rows of usage, or None where the slow road must look at this block."""
        try:
            return self._usage(self._table(block))
        except (NotPlain, pa.ArrowException, ValueError):
            return None

    def summed(self, *, at_end: bool = False) -> Iterator[tuple[str, pa.Table]]:
        """Rows of `reported` and `usage_monthly` for the months that are complete, or all."""
        held = sum(len(cells.cell) for parts in self.held.values() for cells in parts)
        done = list(self.held) if at_end or held > _HELD else self.done
        if not done:
            return
        things = named_alone("recording", self.isrc.values)
        yield "reported", things.slice(self.told)
        self.told, self.done = things.num_rows, []
        ids = things["reported_id"].to_pylist()
        for month, length in done:
            yield (
                "usage_monthly",
                summed(
                    together(self.held.pop((month, length))),
                    month,
                    self.service.values or [self.known.service or ""],
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
        texts = dict.fromkeys(self.wanted.values(), _NUMBERED)
        table = pa_csv.read_csv(
            pa.py_buffer(block),
            pa_csv.ReadOptions(column_names=list(self.names), block_size=_PIECE),
            pa_csv.ParseOptions(delimiter=self.delimiter, quote_char=False),
            pa_csv.ConvertOptions(
                include_columns=list(self.wanted.values()),
                column_types=texts | {self.wanted[self.measure]: pa.int64()},
                null_values=[""],
                strings_can_be_null=False,
            ),
        )
        if not table.num_rows:
            raise NotPlain
        return table.rename_columns(list(self.wanted))

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
        days = self._length(codes["day"], service, services)
        self._guard(codes, service, numbers)
        rows = self._arrow(codes, service, services, days, numbers)
        self._add(codes, service, days, numbers)
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
        return np.zeros(size, np.int8), [self.known.service]

    def _length(self, day: Codes, service: Codes, services: list[str]) -> int:
        """The length of all periods of a block, in days."""
        said = self.known.days
        seen = np.bincount(service.astype(np.int64) * len(self.day.values) + day)
        lengths: set[int] = set()
        for number, name in enumerate(services):
            of = seen[number * len(self.day.values) :][: len(self.day.values)]
            periods = [self.day.values[at] for at in np.flatnonzero(of)]
            usual = said or (
                WEEKLY if name == "Billboard" else days_between(p.day for p in periods)
            )
            lengths |= {period.days or usual for period in periods}
        if len(lengths) != 1:
            raise NotPlain
        return lengths.pop()

    def _guard(self, codes: dict[str, Codes], service: Codes, plays: Codes) -> None:
        """A number that is the same in every territory is for the slow road to tell."""
        days = np.array([_number(period.day) for period in self.day.values])[codes["day"]]
        chosen = is_sampled(pl.Series(self.isrc.values), codes["isrc"], days)
        frame = pl.DataFrame(
            {
                "day": days[chosen],
                "service": service[chosen],
                "subject": codes["isrc"][chosen],
                "title": np.zeros(int(chosen.sum()), np.int8),
                "territory": codes["territory"][chosen],
                self.measure: plays[chosen].astype(np.float64),
            }
        )
        if not differs_between(frame, self.measure):
            raise NotPlain

    def _add(self, codes: dict[str, Codes], service: Codes, days: int, plays: Codes) -> None:
        """Add the block to its months; those that it has nothing of are done."""
        months = [period.day.replace(day=1) for period in self.day.values]
        in_month = np.array([period.day.day - 1 for period in self.day.values])
        place = service.astype(np.int64) * PLACES + codes["territory"]
        seen = {months[at] for at in np.flatnonzero(np.bincount(codes["day"]))}
        for month in sorted(seen):
            rows: Any = slice(None)
            if len(seen) > 1:
                rows = np.array([each == month for each in months])[codes["day"]]
            day = in_month[codes["day"][rows]]
            cells = added_up(place[rows], codes["isrc"][rows], day, plays[rows])
            self.held.setdefault((month, length_of(days)), []).append(cells)
        self.done = [key for key in self.held if key[0] not in seen]

    def _arrow(
        self, codes: dict[str, Codes], service: Codes, services: list[str], days: int, plays: Codes
    ) -> pa.Table:
        size = len(plays)
        numbers = np.array([_number(period.day) for period in self.day.values], np.int32)
        columns: dict[str, Any] = {
            "day": days_of(numbers[codes["day"]]),
            "days": pa.array(np.full(size, days, np.int64)),
            "service": dictionary(service, services),
            "territory": dictionary(codes["territory"], self.territory.values),
            "measure": same(self.measure, size),
            "quantity": pa.array(plays.astype(np.float64)),
            "subject_kind": same("recording", size),
            "subject_id": dictionary(codes["isrc"], self.isrc.values),
        }
        nothing = {
            name: same(None, size)
            for name, kind in USAGE.columns.items()
            if kind == "string" and name not in columns
        }
        return pa.table(columns | nothing)


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


def _territory(text: str) -> str | None:
    place = place_of(text)
    return None if place.chart else place.territory


def _number(day: date) -> int:
    return (day - date(1970, 1, 1)).days
