"""Reads DDEX sales reports (DSR flat files, also .gz), and holds them against their own foot."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from kaigai.formats.reports.days import last_day, named
from kaigai.formats.reports.dsr import COUNTED, DSR, Dsr, looks_like_dsr
from kaigai.formats.reports.dsr_values import Head
from kaigai.formats.reports.fault import Bad
from kaigai.formats.reports.numbers import parse_number
from kaigai.formats.reports.rows import encoding_of_file, lines_of, unpacked
from kaigai.formats.reports.totals import Total
from kaigai.formats.sheets.fault import SheetFault
from kaigai.sources.reader import Part, RefusedFile, Source, reader
from kaigai.sources.reports.plays import Plays
from kaigai.sources.reports.statements import FEEDS, Told, refused
from kaigai.terms.text import Text


@reader(
    "ddex-dsr",
    about=Text(
        en="DDEX sales reports (DSR flat files) from services to labels and societies.",
        ja="サービスから送られる DDEX の売上報告(DSRフラットファイル)です。",
    ),
    feeds=FEEDS,
    licence="contract",
    sniff=lambda head, name: looks_like_dsr(head),
    order=21,
)
def ddex_dsr(source: Source) -> Iterator[Part]:
    try:
        yield from _parts(source)
    except SheetFault as fault:
        raise RefusedFile(fault.place, fault.found, fault.expected, fault.todo) from fault


def _parts(source: Source) -> Iterator[Part]:
    opened = unpacked(source.open)
    dsr = Dsr(lines_of(opened, encoding_of_file(opened), "\t"))
    told, plays, head = Told(), Plays(DSR, ""), None
    for part in dsr:
        if isinstance(part, Head):
            head = part
        elif isinstance(part, Bad):
            yield refused(part)
        elif head is not None:
            part.values["account"] = [_account(head, dsr)] * len(part.numbers)
            part.values["window"] = [named(head.period)] * len(part.numbers)
            yield from told.rows("ddex-dsr", plays.add(part), **_about(head))
    if head is not None:
        yield from told.rows("ddex-dsr", plays.rest(), **_about(head))
        first = head.period[0]
        yield from told.totals("ddex-dsr", _totals(dsr), first, last_day(head.period))


def _account(head: Head, dsr: Dsr) -> str:
    """From whom to whom, for which service and territories, and which file of how many."""
    places = "+".join(dsr.territories[:5]) + ("+…" if len(dsr.territories) > 5 else "")
    return ":".join((head.sender_id, head.recipient_id, head.service, places, head.file))


def _about(head: Head) -> dict[str, Any]:
    return {
        "delivered_at": head.created_at,
        "sender": head.sender,
        "recipient": head.recipient or head.recipient_id or None,
        "message_id": head.message_id or None,
    }


def _totals(dsr: Dsr) -> Iterator[Total]:
    """The numbers of lines, summaries and blocks, as the foot states them and as they are."""
    for what, cells in COUNTED.items():
        name = next((cell for cell in cells if cell in dsr.stated), None)
        try:
            stated = parse_number(dsr.stated[name]) if name else None
        except ValueError:
            continue
        if name and stated is not None:
            counted = Decimal(dsr.counts[what])
            yield Total(f"FOOT, line {dsr.foot_line}", what, name, what, None, stated, counted)
