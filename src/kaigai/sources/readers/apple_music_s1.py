"""Reads Apple Music's monthly report of streams (S1): one file a currency, its period on top."""

from collections.abc import Iterator

from kaigai.formats.reports.measures import Measure
from kaigai.formats.reports.spec import Report
from kaigai.sources.reader import Part, Source, reader
from kaigai.sources.reports.statements import FEEDS, read_report, sniffer
from kaigai.terms.text import Text

STREAMS = Report(
    reporter="apple-music-s1",
    columns={
        "territory": "Storefront Name",
        "offer": "Membership Type",
        "quantity": "Quantity",
        "amount": "Net Royalty Total",
        "isrc": "ISRC",
        "title": "Item Title",
        "artist": "Item Artist",
    },
    measures={"quantity": Measure("streams")},
    needs="territory quantity amount isrc",
    telling="Apple Identifier|Net Royalty",
    order="mdy",
    preamble={
        "start": "Start Date",
        "end": "End Date",
        "currency": "Currency",
        "account": "Vendor Name|Vendor",
    },
    footers={
        "Total Rows|Row Count|Rows": "rows",
        "Total Units|Total Quantity": "quantity",
        "Total Amount|Total Net Royalty": "amount",
    },
    always={"service": "Apple Music"},
)


@reader(
    "apple-music-s1",
    about=Text(
        en="Apple Music's report of streams (S1), by storefront.",
        ja="Apple Musicのストリーミングレポート(S1、ストアフロント別)です。",
    ),
    feeds=FEEDS,
    licence="contract",
    sniff=sniffer(STREAMS),
    order=22,
)
def apple_music_s1(source: Source) -> Iterator[Part]:
    yield from read_report(source, STREAMS)
