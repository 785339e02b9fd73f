"""Reads The Orchard's statements, in the old layout and in the new one."""

from collections.abc import Iterator

from kaigai.formats.reports.measures import Measure
from kaigai.formats.reports.spec import Report
from kaigai.sources.reader import Part, Source, reader
from kaigai.sources.reports.statements import FEEDS, read_report, sniffer
from kaigai.terms.text import Text

OLD = Report(
    reporter="the-orchard",
    columns={
        "period": "Activity Period|Period",
        "reported": "Period",
        "service": "Retailer|DMS",
        "territory": "Territory",
        "artist": "Track Artist|Artist Name",
        "artist_2": "Artist Name",
        "album": "Product Name|Release Name",
        "title": "Track Name",
        "gtin": "Manufacturer UPC|Product UPC|Orchard UPC",
        "gtin_2": "Product UPC|Orchard UPC",
        "isrc": "ISRC",
        "kind": "Trans Type Description|Trans Type",
        "quantity": "Quantity",
        "amount": "Label Share Net Receipts",
        "currency": "Preferred Currency",
    },
    measures={"quantity": Measure("")},
    needs="period service territory quantity amount",
)
NEW = Report(
    reporter="the-orchard",
    columns={
        "start": "SALE START DATE",
        "end": "SALE END DATE",
        "period": "ORIGINAL STATEMENT PERIOD|STATEMENT PERIOD",
        "reported": "STATEMENT PERIOD",
        "service": "STORE|DSP",
        "territory": "SALE COUNTRY|TERRITORY",
        "artist": "TRACK ARTIST|PRODUCT ARTIST",
        "artist_2": "PRODUCT ARTIST",
        "album": "PRODUCT",
        "title": "TRACK",
        "gtin": "DISPLAY UPC|PRODUCT UPC|UPC",
        "isrc": "ISRC",
        "kind": "TRANSACTION TYPE",
        "offer": "SERVICE DETAIL|TRANSACTION SUBTYPE",
        "quantity": "QUANTITY",
        "amount": "NET SHARE ACCOUNT CURRENCY",
        "currency": "ACCOUNT CURRENCY",
    },
    measures={"quantity": Measure("")},
    needs="period service quantity amount",
)


@reader(
    "the-orchard",
    about=Text(
        en="The Orchard's statements, by month, store and country, old layout or new.",
        ja="The Orchardの明細(月・ストア・国別、旧形式と新形式)です。",
    ),
    feeds=FEEDS,
    licence="contract",
    sniff=sniffer(OLD, NEW),
    order=23,
)
def the_orchard(source: Source) -> Iterator[Part]:
    yield from read_report(source, OLD, NEW)
