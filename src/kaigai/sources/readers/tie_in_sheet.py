"""Reads lists of tie-ins: which work a song is tied to, and where that work is shown."""

from collections.abc import Iterable, Iterator

from kaigai.formats.sheets import tie_ins
from kaigai.formats.sheets.preview import Preview, preview_of
from kaigai.formats.sheets.recognise import kind_of
from kaigai.sources.reader import Part, Source, reader
from kaigai.sources.sheets.batches import Row
from kaigai.sources.sheets.column_mapping import mapping_of
from kaigai.sources.sheets.lines import Line, sheets_of
from kaigai.sources.sheets.list_rows import listed
from kaigai.sources.sheets.tie_in_rows import tie_in_rows
from kaigai.terms.text import Text


def preview(source: Source) -> Preview:
    """What the reader takes each column for, with samples. Raises RefusedFile."""
    mapping = mapping_of(source, tie_ins.ALL_FIELDS)
    return preview_of(
        sheets_of(source),
        lambda headers: tie_ins.columns(headers, mapping),
        tie_ins.is_tie_ins,
        tie_ins.ALL_FIELDS,
    )


@reader(
    "tie-in-sheet",
    about=Text(
        en="A list of tie-ins: songs, the works they are tied to, and where those are shown.",
        ja="タイアップ一覧(曲、作品、作品が見られる国・地域と時期)です。",
    ),
    feeds=("tie_ins",),
    licence="contract",
    sniff=lambda head, name: kind_of(head, name) == "tie-ins",
    order=28,
    preview=preview,
)
def tie_in_sheet(source: Source) -> Iterator[Part]:
    mapping = mapping_of(source, tie_ins.ALL_FIELDS)
    way = (lambda headers: tie_ins.columns(headers, mapping), tie_ins.is_tie_ins)
    yield from listed(source, way, _rows, _EXPECTED)


def _rows(line: Line) -> Iterable[Row]:
    """Of a line whose cells are shifted nobody knows what stands where."""
    return () if line.is_shifted else tie_in_rows(line)


_EXPECTED = Text(
    en="a header row with the work, the song or artist, and a place, a day or a kind",
    ja="作品名、曲名またはアーティスト名、国・地域や開始日などのある見出しの行",
)
