"""Reads TuneCore's sales reports: what was streamed and sold in a month, by store and country."""

from collections.abc import Iterator

from kaigai.formats.reports.measures import Measure
from kaigai.formats.reports.spec import Report
from kaigai.sources.reader import Part, Source, reader
from kaigai.sources.reports.statements import FEEDS, read_report, sniffer
from kaigai.terms.text import Text

SALES = Report(
    reporter="tunecore",
    columns={
        "period": "Sales Period",
        "reported": "Posted Date",
        "service": "Store Name",
        "territory": "Country Of Sale",
        "artist": "Artist",
        "album": "Release Title",
        "title": "Song Title",
        "gtin": "Optional UPC",
        "gtin_2": "UPC",
        "isrc": "Optional ISRC",
        "isrc_2": "TC Song ID",  # an ISRC of TuneCore's own where the artist has none
        "kind": "Sales Type",
        "quantity": "# Units Sold",
        "amount": "Total Earned",
        "currency": "Currency",
    },
    measures={"quantity": Measure("")},
    needs="period service territory quantity amount",
    telling="TC Song ID|Net Sales Currency",
)


@reader(
    "tunecore",
    about=Text(
        en="TuneCore's sales reports, by month, store and country.",
        ja="TuneCoreの売上レポート(月・ストア・国別)です。",
    ),
    feeds=FEEDS,
    licence="contract",
    sniff=sniffer(SALES),
    order=23,
)
def tunecore(source: Source) -> Iterator[Part]:
    yield from read_report(source, SALES)
