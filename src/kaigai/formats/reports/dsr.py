"""DDEX sales reports as flat files (DSRF): a head, summaries, blocks of records, a foot.

Cells are found by the names in the file's comment lines (`#SU03.01 …`), else by DDEX's own.
A block names recordings (AS), and releases (RE), and says how often each was used (SU); the
territory, currency and kind of use stand in the summary (SY) that a use points at.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kaigai.formats.reports import dsr_columns as cells_of
from kaigai.formats.reports import fault
from kaigai.formats.reports.batch import SIZE, Batch
from kaigai.formats.reports.cells import as_currency
from kaigai.formats.reports.dsr_values import (
    NO_HEAD,
    Head,
    Record,
    first,
    head_of,
    period_of,
    thing_of,
    unescaped,
)
from kaigai.formats.reports.fault import Bad
from kaigai.formats.reports.measures import Measure
from kaigai.formats.reports.numbers import parse_number
from kaigai.formats.reports.places import territory
from kaigai.formats.reports.rows import Line, inflated
from kaigai.formats.reports.spec import Report
from kaigai.formats.sheets.fault import SheetFault
from kaigai.terms.text import Text

DSR: Final = Report("ddex-dsr", {}, {"quantity": Measure("")}, needs="")

_START: Final = re.compile(rb"(?:\xef\xbb\xbf)?(?:#[^\n]*\n)*HEAD\tdsrf/")


def looks_like_dsr(head: bytes) -> bool:
    """Whether a file's first bytes are a DSR's head."""
    return bool(_START.match(inflated(head)))


@dataclass
class Dsr:
    """A DSR under way: iterate for its head, then batches of plays and what is wrong.

    Raises SheetFault where the head or the foot is missing.
    """

    lines: Iterator[Line]
    names: dict[str, tuple[str, ...]] = field(default_factory=lambda: dict(cells_of.CELLS))
    summaries: dict[str, Record] = field(default_factory=dict)
    block: dict[str, Record] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTED, 0))
    stated: Record = field(default_factory=dict)
    foot_line: int = 0
    bad: int = 0
    _head: Head | None = None
    _block_id: str | None = None

    def __iter__(self) -> Iterator[Head | Batch | Bad]:
        rows: list[dict[str, Any]] = []
        for number, cells in self.lines:
            self.counts["lines"] += 1
            try:
                found = self._record(number, cells)
            except ValueError:
                yield from fault.capped([_bad(number, cells)], self.bad)
                self.bad += 1
                continue
            if isinstance(found, Head):
                yield found
            elif found:
                rows.append(found)
            if len(rows) >= SIZE:
                yield _batch(rows)
                rows = []
        if rows:
            yield _batch(rows)
        if not self.foot_line:
            raise SheetFault(f"line {self.counts['lines']}", "", *_NO_FOOT)

    @property
    def territories(self) -> list[str]:
        """What the summaries say of where, sorted."""
        return sorted({summary.get("Territory", "") for summary in self.summaries.values()})

    def _record(self, number: int, cells: list[str]) -> "Head | dict[str, Any] | None":
        kind = cells[0].strip().lstrip("\ufeff").upper() if cells else ""
        if kind.startswith("#"):
            self.names[kind[1:].strip()] = tuple(cell.strip() for cell in cells[1:])
            return None
        record = self._named(kind, cells) if kind else {}
        if kind == "HEAD":
            self._head = head_of(record)
            return self._head
        if kind and self._head is None:
            raise SheetFault(f"line {number}", kind[:40], *NO_HEAD)
        if kind in ("FOOT", "SRFO"):
            self.foot_line, self.stated = number, record
        elif kind.startswith("SY"):
            self.counts["summaries"] += 1
            self.summaries[record.get("SummaryRecordId", "")] = record
        elif kind:
            return self._of_block(kind, record, number)
        return None

    def _named(self, kind: str, cells: list[str]) -> Record:
        names = self.names.get(kind) or self.names.get(kind.partition(".")[0])
        if names is None and kind[:2] in ("SU", "SR", "SY"):
            raise ValueError(f"{kind} is a record that nobody described")
        return {
            name: cell.strip()
            for name, cell in zip(names or (), cells[1:], strict=False)
            if cell.strip()
        }

    def _of_block(self, kind: str, record: Record, number: int) -> "dict[str, Any] | None":
        block_id = record.get("BlockId")
        if block_id != self._block_id and not kind.startswith("SR"):
            self.counts["blocks"] += 1
            self._block_id, self.block = block_id, {}
        if kind.startswith(("AS", "RE")):
            for name in ("ResourceReference", "DspResourceId", "ReleaseReference", "DspReleaseId"):
                if name in record:
                    self.block.setdefault(record[name], record)
        elif kind.startswith(("SU", "SR")):
            return self._play(record, number)
        return None

    def _play(self, record: Record, number: int) -> dict[str, Any]:
        assert self._head is not None
        summary = self.summaries.get(record.get("SummaryRecordId", ""))
        if summary is None:
            raise ValueError(f"summary {record.get('SummaryRecordId')!r} is not in the file")
        named = (self.block.get(record[name]) for name in cells_of.NAMED_BY if name in record)
        thing = next(filter(None, named), None) or next(iter(self.block.values()), {})
        quantity = parse_number(first(record, cells_of.QUANTITY) or "")
        if quantity is None:
            raise ValueError("no usages")
        return {
            "number": number,
            "quantity": quantity,
            "amount": parse_number(first(record, cells_of.AMOUNT) or ""),
            "currency": as_currency(first(summary, cells_of.MONEY) or ""),
            "territory": territory(summary.get("Territory", "")),
            "days": period_of(record, summary) or self._head.period,
            "service": unescaped(first(summary, cells_of.CHANNEL)) or self._head.sender,
            "kind": summary.get("UseType"),
            "offer": summary.get("CommercialModel"),
            **thing_of({**thing, **record}),
        }


def _batch(rows: list[dict[str, Any]]) -> Batch:
    names = [name for name in rows[0] if name != "number"]
    values = {name: [row[name] for row in rows] for name in names}
    return Batch([row["number"] for row in rows], values)


def _bad(number: int, cells: list[str]) -> Bad:
    said = " | ".join(filter(None, cells))
    return Bad(f"line {number}", said[:200], *_RECORD)


#: What is counted, and the cells of the foot that state it.
COUNTED: Final[Mapping[str, tuple[str, ...]]] = {
    "lines": ("NumberOfLinesInFile", "NumberOfLinesInReport"),
    "summaries": ("NumberOfSummaryRecords",),
    "blocks": ("NumberOfBlocksInFile",),
}
_RECORD: Final = (
    Text(
        en="a known record with usages, days, and a summary in the file that names its territory",
        ja="利用回数と期間があり、地域を示す集計レコード(SY)がファイル内にあるレコード",
    ),
    Text(
        en="ask the service to correct the record; the others were kept",
        ja="サービスに訂正を依頼してください。ほかのレコードは読み込みました",
    ),
)
_NO_FOOT: Final = (
    Text(en="a FOOT record at the end", ja="末尾のFOOTレコード"),
    Text(
        en="the file is cut off: fetch it again",
        ja="ファイルが途中で切れています。取得し直してください",
    ),
)
