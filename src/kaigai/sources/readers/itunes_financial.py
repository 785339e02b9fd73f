"""Reads the iTunes Store's financial report: downloads and returns, by country, with its sums."""

from collections.abc import Iterator

from kaigai.formats.reports.measures import Measure
from kaigai.formats.reports.spec import Report
from kaigai.sources.reader import Part, Source, reader
from kaigai.sources.reports.statements import FEEDS, read_report, sniffer
from kaigai.terms.text import Text

DOWNLOADS = Report(
    reporter="itunes-financial",
    columns={
        "start": "Start Date",
        "end": "End Date",
        "gtin": "UPC",
        "isrc": "ISRC/ISBN",
        "quantity": "Quantity",
        "amount": "Extended Partner Share",
        "currency": "Partner Share Currency",
        "returned": "Sales or Return|Sale or Return",
        "artist": "Artist/Show/Developer/Author",
        "title": "Title",
        "offer": "Product Type Identifier",
        "territory": "Country Of Sale",
    },
    measures={"quantity": Measure("downloads")},
    needs="start end quantity amount currency territory title",
    telling="Vendor Identifier|Partner Share",
    order="mdy",
    footers={
        "Total_Rows": "rows",
        "Total_Units": "quantity",
        "Total_Amount": "amount",
    },
    always={"service": "iTunes Store"},
)


@reader(
    "itunes-financial",
    about=Text(
        en="The iTunes Store's financial report: downloads and returns, by country.",
        ja="iTunes Storeの財務レポート(ダウンロードと返品、国別)です。",
    ),
    feeds=FEEDS,
    licence="contract",
    sniff=sniffer(DOWNLOADS),
    order=22,
)
def itunes_financial(source: Source) -> Iterator[Part]:
    yield from read_report(source, DOWNLOADS)
