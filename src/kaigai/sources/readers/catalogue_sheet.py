"""Reads catalogues as labels keep them: CSV, TSV or Excel, headed in Japanese or English."""

from collections.abc import Iterator, Mapping

from kaigai.formats.sheets import artists, catalogue
from kaigai.formats.sheets.grid import Sheet
from kaigai.formats.sheets.headers import Headed, locate
from kaigai.formats.sheets.preview import Preview, preview_of
from kaigai.formats.sheets.recognise import kind_of
from kaigai.sources.reader import LISTED, Delivery, Part, Source, reader
from kaigai.sources.sheets.artist_rows import artist_rows
from kaigai.sources.sheets.batches import Batches, file_name
from kaigai.sources.sheets.catalogue_rows import Catalogue
from kaigai.sources.sheets.column_mapping import mapping_of, no_header
from kaigai.sources.sheets.lines import lines, sheets_of
from kaigai.terms.text import Text

CATALOGUE = 0  #: how a sheet was understood; the other way is a list of artists


def preview(source: Source) -> Preview:
    """What the reader takes each column for, with samples; where no row is a header, the
    likeliest is shown. Raises RefusedFile."""
    mapping = mapping_of(source, catalogue.ALL_FIELDS)
    return preview_of(
        sheets_of(source),
        lambda headers: catalogue.columns(headers, mapping),
        catalogue.is_catalogue,
        catalogue.ALL_FIELDS,
    )


@reader(
    "catalogue-sheet",
    about=Text(
        en="A label's catalogue: tracks and releases in CSV, TSV or Excel.",
        ja="レーベルの楽曲・商品一覧(CSV・TSV・Excel)です。",
    ),
    feeds=(
        "releases",
        "recordings",
        "tracks",
        "names",
        "parties",
        "credits",
        "video_links",
        "deals",
        "territory_sets",
        "channels",
    ),
    licence="contract",
    sniff=lambda head, name: kind_of(head, name) == "catalogue",
    order=40,
    preview=preview,
)
def catalogue_sheet(source: Source) -> Iterator[Part]:
    mapping = mapping_of(source, catalogue.ALL_FIELDS)
    tables = [found for sheet in sheets_of(source) if (found := _located(sheet, mapping))]
    if all(kind != CATALOGUE for kind, _ in tables):
        raise no_header(source, _EXPECTED)
    fields = {column.field for _, headed in tables for column in headed.columns}
    has_deals = bool(fields & {"territories", "excluded"}) or None
    yield Delivery(f"sheet:{file_name(source)}", standing=LISTED, has_deals=has_deals)
    book, batches = Catalogue(), Batches()
    for kind, headed in tables:
        yield from _read(kind, headed, book, batches)
    yield from batches.add(book.rest())
    yield from batches.rest()


def _located(sheet: Sheet, mapping: Mapping[str, str]) -> tuple[int, Headed] | None:
    """A sheet with its header; another tab of a workbook may list the artists."""
    return locate(
        sheet,
        (lambda headers: catalogue.columns(headers, mapping), catalogue.is_catalogue),
        (artists.columns, artists.is_artists),
    )


def _read(kind: int, headed: Headed, book: Catalogue, batches: Batches) -> Iterator[Part]:
    book.begin_sheet()
    for line in lines(headed):
        if kind == CATALOGUE:
            rows = book.add(line)
        else:
            rows = (kept for row in artist_rows(line) for kept in book.keep(row))
        yield from batches.add(rows)
        yield from line.refused


_EXPECTED = Text(
    en="a header row with three or more known columns, a title or an ISRC among them",
    ja="曲名かISRCを含む、三つ以上の分かる見出しのある行",
)
