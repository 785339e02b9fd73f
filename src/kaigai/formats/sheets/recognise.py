"""Which kind of table a file's first bytes show: a catalogue, artists, tie-ins, usage, …"""

import re
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import Final, Literal
from zipfile import BadZipFile, ZipFile

from kaigai.formats.sheets import artists, catalogue, tie_ins, usage
from kaigai.formats.sheets.decoding import decode_head
from kaigai.formats.sheets.fault import SheetFault
from kaigai.formats.sheets.grid import text_sheet
from kaigai.formats.sheets.headers import LOOK, text_of
from kaigai.formats.sheets.workbook import OLE_MAGIC, ZIP_MAGIC, sheets

Kind = Literal["catalogue", "artists", "tie-ins", "usage", "statement"]

PARQUET_MAGIC: Final = b"PAR1"
_OFFICE_NAME: Final = re.compile(r"\.(xlsx|xlsm|xltx|xls)$", re.IGNORECASE)
_ARTISTS_NAME: Final = re.compile(r"artist|アーティスト|アーチスト", re.IGNORECASE)
_PLAYS_NAME: Final = re.compile(
    r"chart|rank|stream|play|usage|チャート|ランキング|再生", re.IGNORECASE
)
_DSR: Final = "HEAD\t"  #: DDEX's own flat file for sales reports
_STRING: Final = re.compile(rb"<t(?: [^>]*)?>([^<]*)</t>")
_MEMBER: Final = re.compile(rb"PK\x03\x04.{22}(..)(..)", re.DOTALL)
_INFLATED: Final = 1 << 20  #: bytes of one member that are looked at
_STRINGS: Final = 400


def kind_of(head: bytes, name: str) -> Kind | None:
    """What the first bytes of a file show; a workbook too big to be seen goes by its name."""
    if head.startswith(OLE_MAGIC) and _OFFICE_NAME.search(name):
        return _by_name(name)
    if head.startswith(ZIP_MAGIC):
        return _workbook_kind(head, name)
    if head.startswith(PARQUET_MAGIC):
        return "artists" if _is_list_of_artists(name) else "usage"
    return kind_of_rows(text_headers(head))


def kind_of_rows(rows: Sequence[Sequence[str]]) -> Kind | None:
    """What the first of these rows that is a header shows."""
    return next(filter(None, map(_kind_of_row, rows)), None)


def text_headers(head: bytes) -> list[list[str]]:
    """The first rows of a text file, among which a header may be."""
    text = decode_head(head)
    if not text or text.lstrip().startswith(("{", "[", "<", _DSR)):
        return []
    try:
        rows = islice(text_sheet(text).rows, LOOK)
        return [[text_of(cell) for cell in row.cells] for row in rows]
    except SheetFault:
        return []


def _kind_of_row(headers: Sequence[str]) -> Kind | None:
    if usage.is_usage(usage.columns(headers)):
        return "usage"
    in_catalogue = catalogue.columns(headers)
    of_ties = tie_ins.columns(headers)
    others = {one.field for one, tie in zip(in_catalogue, of_ties, strict=True) if not tie.field}
    if not others & tie_ins.OF_CATALOGUES and tie_ins.is_tie_ins(of_ties):
        return "tie-ins"
    if catalogue.is_catalogue(in_catalogue):
        return "catalogue"
    things = {column.field for column in in_catalogue}
    if catalogue.is_statement(in_catalogue) and len(things) >= 4:
        return "statement"
    if things & {"isrc", "gtin", "catalog_number", "release_title"}:
        return None
    return "artists" if artists.is_artists(artists.columns(headers)) else None


def _workbook_kind(head: bytes, name: str) -> Kind | None:
    if b"xl/" not in head and b"[Content_Types].xml" not in head:
        return None
    whole = _whole_headers(head)
    if whole is not None:
        kinds = {kind_of_rows(rows) for rows in whole} - {None}
        return "catalogue" if "catalogue" in kinds else next(iter(kinds), None)
    strings = list(islice(_strings(head), _STRINGS))
    return (_kind_of_row(strings) if strings else None) or _by_name(name)


def _whole_headers(head: bytes) -> list[list[list[str]]] | None:
    """The first rows of each sheet; None when the head is not the whole workbook, or one that
    must not be opened: its reader says why."""
    try:
        ZipFile(BytesIO(head)).close()
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return None
    try:
        return [
            [[text_of(cell) for cell in row.cells] for row in islice(sheet.rows, LOOK)]
            for sheet in sheets(head)
        ]
    except SheetFault:
        return None


def _strings(head: bytes) -> Iterator[str]:
    """Texts of the members whose beginning is in the head, in the order of the file."""
    for found in _MEMBER.finditer(head):
        start = found.end() + sum(int.from_bytes(size, "little") for size in found.groups())
        name = head[found.end() : found.end() + int.from_bytes(found.group(1), "little")]
        if name.endswith((b"sharedStrings.xml", b".xml")) and b"xl/" in name:
            try:
                content = zlib.decompressobj(-15).decompress(head[start:], _INFLATED)
            except zlib.error:
                continue
            for text in _STRING.findall(content):
                yield text.decode("utf-8", errors="replace")


def _is_list_of_artists(name: str) -> bool:
    """Whether a file's name speaks of artists and not of their plays."""
    own = name.rsplit("/", 1)[-1]
    return bool(_ARTISTS_NAME.search(own)) and not _PLAYS_NAME.search(own)


def _by_name(name: str) -> Kind:
    return "artists" if _ARTISTS_NAME.search(name.rsplit("/", 1)[-1]) else "catalogue"
