"""A report's file as parts of a delivery: its statements, plays, refusals and sums."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from kaigai.formats.reports.batch import Batch
from kaigai.formats.reports.fault import Bad
from kaigai.formats.reports.layout import Layouts, open_report, recognised
from kaigai.formats.reports.table import Reading
from kaigai.formats.reports.totals import Total
from kaigai.formats.sheets.fault import SheetFault
from kaigai.sources.reader import SEEN, Delivery, Part, Refused, RefusedFile, Rows, Source
from kaigai.sources.reports.names import account_of, windowed
from kaigai.sources.reports.plays import Plays
from kaigai.terms.text import Text

FEEDS = ("usage", "report_totals")


def sniffer(*layouts: Any) -> Callable[[bytes, str], bool]:
    """Whether a file's first bytes are a report of one of these layouts."""
    return lambda head, name: recognised(head, layouts)


def read_report(source: Source, *layouts: Any) -> Iterator[Part]:
    """Everything that a report says; raises RefusedFile where it cannot be read to its end."""
    try:
        yield from _parts(source, layouts)
    except SheetFault as fault:
        raise RefusedFile(fault.place, fault.found, fault.expected, fault.todo) from fault


def _parts(source: Source, layouts: Layouts) -> Iterator[Part]:
    told = Told()
    for opened in open_report(source.open, source.name, layouts):
        report = opened.heading.report
        opened.given = windowed(opened.given, source.modified_at.date())
        plays = Plays(report, account_of(source.name))
        reading = Reading(opened)
        if not reading.batches.has_period:
            raise RefusedFile("file", source.name, *_NO_PERIOD)
        for part in reading:
            if isinstance(part, Bad):
                yield refused(part)
            elif isinstance(part, Batch):
                yield from told.rows(report.reporter, plays.add(part))
        yield from told.rows(report.reporter, plays.rest())
        tally = reading.tally
        yield from told.totals(report.reporter, tally.totals(), tally.first, tally.last)


class Told:
    """The deliveries of a file so far; each is told before its first row."""

    def __init__(self) -> None:
        self.keys: dict[str, str] = {}  #: scope to a short key: each row carries it

    def rows(
        self, reporter: str, tables: Iterable[tuple[str, Any]], **about: Any
    ) -> Iterator[Part]:
        """Rows of usage under their deliveries."""
        for name, table in tables:
            scope = f"{reporter}:{name}"
            if scope not in self.keys:
                self.keys[scope] = str(len(self.keys) + 1)
                yield Delivery(scope, key=self.keys[scope], standing=SEEN, **about)
            yield Rows("usage", table, self.keys[scope])

    def totals(
        self, reporter: str, totals: Iterable[Total], first: date | None, last: date | None
    ) -> Iterator[Part]:
        """What the report states of itself; a difference is said as well."""
        found = list(totals)
        if not self.keys:
            return
        rows = [_total_row(reporter, each, first, last) for each in found]
        if rows:
            yield Rows("report_totals", rows, "1")
        yield from (_differs(each) for each in found if not each.agrees)


def refused(bad: Bad) -> Refused:
    """A bad row as its refusal."""
    return Refused(bad.place, bad.found, bad.expected, bad.todo)


def _total_row(
    reporter: str, total: Total, first: date | None, last: date | None
) -> dict[str, Any]:
    return {
        "report": reporter,
        "period_start": first,
        "period_end": last,
        "measure": total.measure or total.field,
        "currency": total.currency,
        "stated": float(total.stated),
        "counted": float(total.counted),
        "agrees": total.agrees,
        "place": total.place,
    }


def _differs(total: Total) -> Refused:
    stated, counted = f"{total.stated:,f}", f"{total.counted:,f}"
    return Refused(
        f"{total.place}, column {total.header}",
        stated,
        Text(
            en=f"the sum of the rows, {counted}",
            ja=f"行の合計({counted})と同じ値",
        ),
        Text(
            en="the rows were kept; some may have been refused, or the report lists only a part",
            ja="行は読み込みました。読めなかった行がないか、一部だけの出力でないか確認してください",
        ),
    )


_NO_PERIOD = (
    Text(
        en="a report that says from which day to which it counts",
        ja="いつからいつまでの集計かが分かるレポート",
    ),
    Text(
        en="put both days into the file's name, as name_2026-07-01_2026-07-31.csv, "
        "or keep the name (and the zip) that the service gave it",
        ja="ファイル名に「名前_2026-07-01_2026-07-31.csv」のように期間を入れるか、"
        "サービスが付けた名前(ZIP)のままお使いください",
    ),
)
