"""Reads Spotify's report to its licensors: streams and what is payable, by country and product."""

from collections.abc import Iterator

from kaigai.formats.reports.measures import Measure
from kaigai.formats.reports.spec import Report
from kaigai.sources.reader import Part, Source, reader
from kaigai.sources.reports.statements import FEEDS, read_report, sniffer
from kaigai.terms.text import Text

STREAMS = Report(
    reporter="spotify-licensor",
    columns={
        "territory": "Country",
        "offer": "Product",
        "gtin": "EAN",
        "gtin_2": "UPC",
        "isrc": "ISRC",
        "title": "Track name",
        "artist": "Artist name",
        "album": "Album name",
        "quantity": "Quantity",
        "amount": "{currency} Payable|Payable",
        "currency": "Invoice currency|Currency",
    },
    measures={"quantity": Measure("streams")},
    needs="territory offer isrc quantity amount",
    telling="URI|Label",
    preamble={"start": "Start date", "end": "End date", "account": "Recipient"},
    always={"service": "Spotify"},
)


@reader(
    "spotify-licensor",
    about=Text(
        en="Spotify's report to licensors: streams and payables, by country and product.",
        ja="Spotifyの権利者向けレポート(国・プラン別の再生数と支払額)です。",
    ),
    feeds=FEEDS,
    licence="contract",
    sniff=sniffer(STREAMS),
    order=22,
)
def spotify_licensor(source: Source) -> Iterator[Part]:
    yield from read_report(source, STREAMS)
