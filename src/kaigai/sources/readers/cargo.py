"""Reads Cargo's royalty lines, laid out as FUGA's: a line a sale, with its own days."""

from collections.abc import Iterator

from kaigai.formats.reports.measures import Measure
from kaigai.formats.reports.spec import Report
from kaigai.sources.reader import Part, Source, reader
from kaigai.sources.reports.statements import FEEDS, read_report, sniffer
from kaigai.terms.text import Text

ROYALTIES = Report(
    reporter="cargo",
    columns={
        "start": "Sale Start date",
        "end": "Sale End date",
        "service": "DSP|Sale Store Name",
        "territory": "Territory",
        "artist": "Asset Artist|Product Artist",
        "album": "Product Title",
        "title": "Asset Title",
        "isrc": "Asset ISRC",
        "gtin": "Product UPC",
        "duration": "Asset Duration",
        "kind": "Sale Type",
        "offer": "Sale User Type",
        "quantity": "Quantity",
        "amount": "Reported Royalty",
        "currency": "Currency",
    },
    measures={"quantity": Measure("")},
    needs="start end service territory isrc quantity amount",
    telling="Sale Store Name|Royalty ID",
)


@reader(
    "cargo",
    about=Text(
        en="Cargo's royalty lines, laid out as FUGA's.",
        ja="Cargoの印税明細(FUGAと同じ形式)です。",
    ),
    feeds=FEEDS,
    licence="contract",
    sniff=sniffer(ROYALTIES),
    order=23,
)
def cargo(source: Source) -> Iterator[Part]:
    yield from read_report(source, ROYALTIES)
