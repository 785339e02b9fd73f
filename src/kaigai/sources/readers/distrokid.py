"""Reads DistroKid's earnings, in the four layouts that it has given them, as TSV or CSV."""

from collections.abc import Iterator

from kaigai.formats.reports.measures import Measure
from kaigai.formats.reports.spec import Report
from kaigai.sources.reader import Part, Source, reader
from kaigai.sources.reports.statements import FEEDS, read_report, sniffer
from kaigai.terms.text import Text

EARNINGS = Report(
    reporter="distrokid",
    columns={
        "period": "Sale Month",
        "reported": "Reporting Date",
        "service": "Store",
        "territory": "Country of Sale",
        "artist": "Artist",
        "title": "Title",
        "isrc": "ISRC",
        "gtin": "UPC",
        "kind": "Song/Album|Source Type",
        "quantity": "Quantity",
        "amount": "Earnings ({currency})|Earnings",
    },
    measures={"quantity": Measure("")},
    needs="period service territory quantity amount",
    telling="Team Percentage",
    always={"currency": "USD"},
    # No column says what was sold: an album is, and so is what these stores sell.
    kinds={
        r"^album\b": "downloads",
        r"itunes(?! match)|download|bandcamp|beatport|traxsource|juno|7digital": "downloads",
        r"youtube \(ads\)": "views",
        r"content ?id|facebook|instagram|tiktok|snap|bytedance|meta\b": "creations",
        r".": "streams",
    },
)  # fmt: skip


@reader(
    "distrokid",
    about=Text(
        en="DistroKid's earnings, by month, store and country.",
        ja="DistroKidの収益明細(月・ストア・国別)です。",
    ),
    feeds=FEEDS,
    licence="contract",
    sniff=sniffer(EARNINGS),
    order=23,
)
def distrokid(source: Source) -> Iterator[Part]:
    yield from read_report(source, EARNINGS)
