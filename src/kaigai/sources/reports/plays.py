"""A batch of a report's rows as Arrow rows of `usage`, by the statement that delivers them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pyarrow as pa

from kaigai.facts.tables.usage import USAGE
from kaigai.formats.reports.batch import Batch
from kaigai.formats.reports.days import Period, named
from kaigai.formats.reports.measures import measure_of
from kaigai.formats.reports.spec import Report
from kaigai.sources.naming import party_id_of
from kaigai.terms.territory_codes import EVERYWHERE

HELD: Final = 200_000  #: rows that wait to be handed on: few large tables, not many small ones
SCALE: Final = 18  #: decimal places of money that are added up
_MILLIONTH: Final = 10 ** (SCALE - 6)

_SCHEMA: Final = USAGE.arrow_schema()
#: Columns of `usage` that a field of the report gives as it is.
_SAME: Final = ("service", "title", "album", "offer", "isrc", "gtin")


@dataclass
class Plays:
    """Makes rows of usage; money is rounded to millionths so that its running sum stays exact."""

    report: Report
    account: str  #: where the report names none
    carried: dict[str | None, int] = field(default_factory=dict)
    held: int = 0
    _pending: dict[str, dict[str, list[Any]]] = field(default_factory=dict)
    _kinds: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, batch: Batch) -> Iterator[tuple[str, pa.Table]]:
        """Take in a batch; gives rows of usage, with what names their delivery
        (`account:period`), once there are enough."""
        each = list(self._counted(batch, self._columns(batch)))
        for key, places in _grouped(self._keys(batch)).items():
            for counted in each:
                self.held += _extend(self._pending.setdefault(key, {}), counted, places)
        if self.held >= HELD:
            yield from self.rest()

    def rest(self) -> Iterator[tuple[str, pa.Table]]:
        """All rows that were held back."""
        pending, self._pending, self.held = self._pending, {}, 0
        for key, columns in pending.items():
            if columns:
                yield key, _arrow(columns)

    def _keys(self, batch: Batch) -> Sequence[str]:
        """The delivery of each row: its statement's date, else its own period."""
        periods = batch.values["days"]
        reported = batch.get("reported")
        rolling = batch.get("window")
        accounts = batch.get("account")
        rows = list(zip(accounts, rolling, reported, periods, strict=True))
        names = {row: self._key(*row) for row in set(rows)}
        return [names[row] for row in rows]

    def _key(
        self, account: str | None, window: str | None, reported: Period | None, period: Period
    ) -> str:
        when = window or named(reported or period)
        return ":".join(filter(None, (account or self.account, self.report.part, when)))

    def _columns(self, batch: Batch) -> dict[str, list[Any]]:
        """The columns of usage that are the same whatever is counted."""
        size = len(batch.numbers)
        days = batch.values["days"]
        kinds, ids = self._subjects(batch)
        artist = "account" if self.report.subject == "channel" else "artist"
        return {
            **{name: batch.get(name) for name in _SAME},
            "artist": batch.get(artist),
            "day": [day for day, _ in days],
            "days": [length for _, length in days],
            "territory": [code or EVERYWHERE for code in batch.get("territory")],
            "subject_kind": kinds,
            "subject_id": ids,
            "reporter": [self.report.reporter] * size,
            "reported_day": [period and period[0] for period in batch.get("reported")],
            "duration_ms": batch.get("duration"),
        }

    def _subjects(self, batch: Batch) -> tuple[list[str], list[str | None]]:
        if self.report.subject:
            return self._subject_of_all(batch)
        ids = [batch.get(name) for name in ("isrc", "video", "asset", "gtin")]
        pairs = [_subject(*row) for row in zip(*ids, strict=True)]
        return [kind for kind, _ in pairs], [each for _, each in pairs]

    def _subject_of_all(self, batch: Batch) -> tuple[list[str], list[str | None]]:
        names: list[str | None] = batch.get("artist")
        known = {name: party_id_of(name) if name else None for name in set(names)}
        is_artist = self.report.subject == "artist"
        ids = [known[name] if is_artist else None for name in names]
        return [self.report.subject] * len(names), ids

    def _counted(
        self, batch: Batch, columns: Mapping[str, list[Any]]
    ) -> Iterator[dict[str, list[Any]]]:
        """The columns once for each thing counted; money goes with the first."""
        amounts = self._amounts(batch)
        currencies = batch.get("currency")
        for name, measure in self.report.measures.items():
            if name not in batch.values:
                continue
            quantities = [
                None if value is None else float(value * measure.times)
                for value in batch.values[name]
            ]
            yield {
                **columns,
                "measure": self._measures(batch, measure.name),
                "quantity": quantities,
                "amount_millionths": amounts,
                "currency": [
                    None if amount is None else currency
                    for amount, currency in zip(amounts, currencies, strict=True)
                ],
            }
            amounts = [None] * len(amounts)

    def _measures(self, batch: Batch, name: str) -> list[str]:
        if name:
            return [name] * len(batch.numbers)
        told = list(zip(batch.get("kind"), batch.get("service"), strict=True))
        for kind, service in set(told) - self._kinds.keys():
            words = f"{kind or ''} {service or ''}" if self.report.kinds else kind or ""
            self._kinds[kind, service] = measure_of(words, self.report.kinds)
        return [self._kinds[pair] for pair in told]

    def _amounts(self, batch: Batch) -> list[int | None]:
        amounts: list[int | None] = []
        for amount, currency in zip(batch.get("amount"), batch.get("currency"), strict=True):
            if amount is None:
                amounts.append(None)
                continue
            exact = int(amount.scaleb(SCALE)) + self.carried.get(currency, 0)
            millionths = (exact + _MILLIONTH // 2) // _MILLIONTH
            self.carried[currency] = exact - millionths * _MILLIONTH
            amounts.append(millionths)
        return amounts


def _subject(
    isrc: str | None, video: str | None, asset: str | None, gtin: str | None
) -> tuple[str, str | None]:
    if isrc:
        return "recording", isrc
    if video:
        return "video", f"youtube:{video}"
    if asset:
        return "asset", f"youtube:{asset}"
    return ("release", gtin) if gtin else ("text", None)


def _grouped(keys: Sequence[str]) -> Mapping[str, Sequence[int]]:
    """The places of each key, in order."""
    if len(set(keys)) == 1:
        return {keys[0]: range(len(keys))}
    places: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        places.setdefault(key, []).append(at)
    return places


def _extend(
    held: dict[str, list[Any]], columns: Mapping[str, list[Any]], places: Sequence[int]
) -> int:
    """Take over the rows at these places that say something; how many they are."""
    quantities, amounts = columns["quantity"], columns["amount_millionths"]
    kept = [at for at in places if quantities[at] is not None or amounts[at] is not None]
    if kept:
        for name, column in columns.items():
            whole = len(kept) == len(column)
            held.setdefault(name, []).extend(column if whole else [column[at] for at in kept])
    return len(kept)


def _arrow(columns: Mapping[str, list[Any]]) -> pa.Table:
    """Columns as an Arrow table of usage; what they lack is null."""
    size = len(columns["quantity"])
    arrays = [
        pa.array(columns[name], _SCHEMA.field(name).type)
        if name in columns
        else pa.nulls(size, _SCHEMA.field(name).type)
        for name in USAGE.columns
    ]
    return pa.Table.from_arrays(arrays, names=list(USAGE.columns))
