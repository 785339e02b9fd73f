"""Reads lists of artists: spellings, home territory, identifiers and official channels."""

from collections.abc import Iterator

from kaigai.formats.sheets import artists
from kaigai.formats.sheets.preview import Preview, preview_of
from kaigai.formats.sheets.recognise import kind_of
from kaigai.sources.reader import Part, Source, reader
from kaigai.sources.sheets.artist_rows import artist_rows
from kaigai.sources.sheets.column_mapping import mapping_of
from kaigai.sources.sheets.lines import sheets_of
from kaigai.sources.sheets.list_rows import listed
from kaigai.terms.text import Text


def preview(source: Source) -> Preview:
    """What the reader takes each column for, with samples. Raises RefusedFile."""
    mapping = mapping_of(source, artists.ALL_FIELDS)
    return preview_of(
        sheets_of(source),
        lambda headers: artists.columns(headers, mapping),
        artists.is_artists,
        artists.ALL_FIELDS,
    )


@reader(
    "artist-sheet",
    about=Text(
        en="A list of artists: names, home territory, identifiers and official channels.",
        ja="アーティスト一覧(表記、本国、識別子、公式チャンネル)です。",
    ),
    feeds=("parties", "names", "channels"),
    licence="contract",
    sniff=lambda head, name: kind_of(head, name) == "artists",
    order=30,
    preview=preview,
)
def artist_sheet(source: Source) -> Iterator[Part]:
    mapping = mapping_of(source, artists.ALL_FIELDS)
    homes: dict[str, str] = {}
    way = (lambda headers: artists.columns(headers, mapping), artists.is_artists)
    yield from listed(source, way, lambda line: artist_rows(line, homes), _EXPECTED)


_EXPECTED = Text(
    en="a header row with the artist's name and one more known column (home, kana, ISNI, …)",
    ja="アーティスト名と、もう一つ分かる列(国、カナ、ISNIなど)のある見出しの行",
)
