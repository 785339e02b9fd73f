"""Reads CD Baby's sales: what its partners streamed and sold, by month and country."""

from collections.abc import Iterator

from kaigai.formats.reports.measures import Measure
from kaigai.formats.reports.spec import Report
from kaigai.sources.reader import Part, Source, reader
from kaigai.sources.reports.statements import FEEDS, read_report, sniffer
from kaigai.terms.text import Text

SALES = Report(
    reporter="cd-baby",
    columns={
        "period": "Sales Date",
        "reported": "Report Date",
        "service": "Partner Name",
        "territory": "Delivery Country",
        "artist": "Artist Name",
        "album": "Album Name",
        "title": "Track Name",
        "isrc": "Isrc",
        "gtin": "Barcode",
        "kind": "Transaction Type",
        "quantity": "Quantity",
        "amount": "Subtotal",
    },
    measures={"quantity": Measure("")},
    needs="period service territory quantity amount",
    telling="CDBabySku",
    order="mdy",
    always={"currency": "USD"},  # CD Baby accounts in dollars, and does not write it
)


@reader(
    "cd-baby",
    about=Text(
        en="CD Baby's sales, by month, partner and country.",
        ja="CD Babyの売上明細(月・パートナー・国別)です。",
    ),
    feeds=FEEDS,
    licence="contract",
    sniff=sniffer(SALES),
    order=23,
)
def cd_baby(source: Source) -> Iterator[Part]:
    yield from read_report(source, SALES)
