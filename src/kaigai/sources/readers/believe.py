"""Reads Believe's sales reports, with semicolons, and decimal commas or points."""

from collections.abc import Iterator

from kaigai.formats.reports.measures import Measure
from kaigai.formats.reports.spec import Report
from kaigai.sources.reader import Part, Source, reader
from kaigai.sources.reports.statements import FEEDS, read_report, sniffer
from kaigai.terms.text import Text

SALES = Report(
    reporter="believe",
    columns={
        "period": "Sales Month",
        "reported": "Reporting month",
        "service": "Platform",
        "territory": "Country / Region|Country",
        "artist": "Artist Name",
        "album": "Release title",
        "title": "Track title",
        "gtin": "UPC",
        "isrc": "ISRC",
        "kind": "Sales Type",
        "offer": "Streaming Subscription Type",
        "quantity": "Quantity",
        "amount": "Net Revenue",
        "currency": "Client Payment Currency",
    },
    measures={"quantity": Measure("")},
    needs="period service territory quantity amount",
    telling="Client Payment Currency|Reporting month",
)


@reader(
    "believe",
    about=Text(
        en="Believe's sales reports, by month, platform and country.",
        ja="Believeの売上レポート(月・プラットフォーム・国別)です。",
    ),
    feeds=FEEDS,
    licence="contract",
    sniff=sniffer(SALES),
    order=23,
)
def believe(source: Source) -> Iterator[Part]:
    yield from read_report(source, SALES)
