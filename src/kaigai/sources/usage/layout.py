"""A chart file as batches of a few named columns, whether text, Parquet or workbook."""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from itertools import chain, islice
from typing import Any

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from kaigai.formats.sheets import usage
from kaigai.formats.sheets.decoding import decode, encoding_of
from kaigai.formats.sheets.fault import SheetFault
from kaigai.formats.sheets.grid import MAX_FIELD, delimiter_of
from kaigai.formats.sheets.headers import LOOK, Column, locate
from kaigai.formats.sheets.recognise import PARQUET_MAGIC
from kaigai.formats.sheets.values import as_text
from kaigai.formats.sheets.workbook import ZIP_MAGIC
from kaigai.sources.reader import HEAD, Refused, RefusedFile, Source
from kaigai.sources.sheets.lines import refused_file, sheets_of
from kaigai.sources.usage.blocks import blocks
from kaigai.terms.text import Text

MAX_BYTES = 4 * 1024**3  #: of a text file in an old encoding, which is held in memory
MAX_ROWS = 500_000_000
BATCH = 4_000_000  #: rows that are worked on together
PIECE = 65_536  #: rows of Parquet that are taken at a time
SWALLOWED = 20  #: line ends within one row that only a quotation mark left open explains
BLOCK = 32 * 1024**2  #: bytes of text that are parsed at once; no row may be longer
SHOWN = 20  #: rows with a wrong number of cells that are told one by one


@dataclass(slots=True)
class Opened:
    """A chart file: which field each column is, and its rows, in pieces.

    Batches have one column per field, as text unless the file has types. `refused` grows while
    pieces are taken.
    """

    columns: tuple[Column, ...]
    pieces: Iterator["pa.Table | TextBlock"]
    refused: list[Refused] = field(default_factory=list)
    delimiter: str = ""

    @property
    def batches(self) -> Iterator[pa.Table]:
        """The rows of all pieces."""
        for piece in self.pieces:
            yield from piece.batches() if isinstance(piece, TextBlock) else [piece]

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers as they stand."""
        return tuple(column.header for column in self.columns)

    def header_of(self, name: str) -> str:
        """The header of a field, as people know it."""
        return next((each.header for each in self.columns if each.field == name), name)


def opened(source: Source, mapping: Mapping[str, str]) -> Opened:
    """A file opened; raises RefusedFile, also while batches are taken."""
    with source.open() as stream:
        head = stream.read(HEAD)
        if head.startswith(PARQUET_MAGIC):
            data = head + stream.read()
            return _parquet(data, mapping)
        if head.startswith(ZIP_MAGIC):
            return _workbook(source, mapping)
    try:
        return _text(source, mapping)
    except SheetFault as fault:
        raise refused_file(fault) from fault


def _known(columns: Sequence[Column]) -> dict[str, Column]:
    return {column.field: column for column in columns if column.field}


def _parquet(data: bytes, mapping: Mapping[str, str]) -> Opened:
    try:
        file = pq.ParquetFile(pa.BufferReader(data))
        names, rows = file.schema_arrow.names, file.metadata.num_rows
    except (pa.ArrowException, OSError, ValueError, MemoryError) as error:
        raise RefusedFile("file", str(error)[:200], *_BROKEN) from error
    columns = usage.columns(names, mapping)
    if not usage.is_usage(columns) or rows > MAX_ROWS:
        raise RefusedFile("file", ", ".join(names)[:300], *NO_HEADER)
    known = _known(columns)
    taken = list(dict.fromkeys(names[column.index] for column in known.values()))
    # A name may stand twice: asked for, all of that name come, in the order of the names.
    come = [place for name in taken for place, each in enumerate(names) if each == name]
    wanted = {name: come.index(column.index) for name, column in known.items()}
    return Opened(columns, _parquet_batches(file, taken, wanted))


def _parquet_batches(
    file: Any, taken: Sequence[str], wanted: Mapping[str, int]
) -> Iterator[pa.Table]:
    """The columns of these names, of which each field is one, by its place among them."""
    try:
        for batch in _gathered(file.iter_batches(PIECE, columns=taken)):
            batch.validate(full=True)  # text that is no UTF-8 would bring Polars down
            yield batch.select(list(wanted.values())).rename_columns(list(wanted))
    except (pa.ArrowException, OSError, ValueError, MemoryError, NotImplementedError) as error:
        raise RefusedFile("file", str(error)[:200], *_BROKEN) from error


def _gathered(batches: Iterator[Any]) -> Iterator[pa.Table]:
    """Batches brought together to BATCH rows: what is compared should stand side by side."""
    waiting: list[Any] = []
    rows = 0
    for batch in batches:
        waiting.append(batch)
        rows += batch.num_rows
        if rows >= BATCH:
            yield pa.Table.from_batches(waiting)
            waiting, rows = [], 0
    if waiting:
        yield pa.Table.from_batches(waiting)


def _text(source: Source, mapping: Mapping[str, str]) -> Opened:
    given = _utf8_blocks(source)
    first = next(given, b"")
    delimiter = delimiter_of(first[:HEAD].decode("utf-8", "replace"))
    columns, line, below = _text_header(first, delimiter, mapping)
    found = Opened(columns, iter(()), delimiter=delimiter)
    found.pieces = _text_blocks(chain([first[below:]], given), line, found)
    return found


def _utf8_blocks(source: Source) -> Iterator[bytes]:
    """A text's blocks as UTF-8. What begins in another encoding is decoded as a whole."""
    with source.open() as stream:
        given = blocks(stream)
        first = next(given, b"")
        plain = first.isascii() and b"\0" not in first[:HEAD]
        if not plain and encoding_of(first) not in ("utf-8", "utf-8-sig"):
            yield decode(b"".join((first, *given))[:MAX_BYTES]).encode()
            return
        yield first if plain else first.removeprefix(BOM_UTF8)
        for block in given:
            yield block if _is_utf8(block) else decode(block).encode()


def _is_utf8(data: bytes) -> bool:
    if data.isascii():
        return True
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _text_blocks(given: Iterator[bytes], line: int, found: Opened) -> Iterator["TextBlock"]:
    wrong: list[int] = []
    for data in given:
        block = TextBlock(data, line, found.delimiter, found.columns, wrong)
        if data and not data.isspace():
            yield block
        line += block.lines or data.count(b"\n") or data.count(b"\r")
    found.refused += _told(wrong, len(found.columns))


@dataclass(slots=True)
class TextBlock:
    """Whole rows of text below `line` lines; `wrong` takes in the numbers of odd ones.

    Who counted its `lines` says so.
    """

    data: bytes
    line: int
    delimiter: str
    columns: tuple[Column, ...]
    wrong: list[int]
    lines: int = 0

    def batches(self) -> Iterator[pa.Table]:
        """Its rows as text, one column per field; raises RefusedFile."""
        yield from _text_batches(self)


def _text_header(
    data: bytes, delimiter: str, mapping: Mapping[str, str]
) -> tuple[tuple[Column, ...], int, int]:
    """The columns, the number of lines down to the header's end, and the byte that follows."""
    csv.field_size_limit(MAX_FIELD)
    text = data[: 4 * HEAD].decode("utf-8", "replace")
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in islice(reader, LOOK):
            columns = usage.columns(cells, mapping)
            if usage.is_usage(columns):
                return columns, reader.line_num, _after(data, reader.line_num)
    except csv.Error as error:
        raise RefusedFile(f"line {reader.line_num}", str(error), *NO_HEADER) from error
    first = text.split("\n", 1)[0]
    raise RefusedFile("file", first[:300], *NO_HEADER)


def _after(data: bytes, lines: int) -> int:
    """The first byte below so many lines, whichever sign ends them."""
    newline = b"\n" if b"\n" in data[: 4 * HEAD] else b"\r"
    at = -1
    for _ in range(lines):
        at = data.find(newline, at + 1)
        if at < 0:
            return len(data)
    return at + 1


def _text_batches(text: TextBlock) -> Iterator[pa.Table]:
    """Rows as text, in blocks; a row with too many or too few cells is left out and told."""
    names = [f"c{column.index}" for column in text.columns]
    wanted = {f"c{column.index}": name for name, column in _known(text.columns).items()}

    def invalid(row: pa_csv.InvalidRow) -> str:
        text.wrong.append((row.number or 0) + text.line)
        is_open = (row.text or "").count("\n") > SWALLOWED
        return "error" if is_open else "skip"

    try:
        reader = pa_csv.open_csv(
            pa.BufferReader(text.data),
            pa_csv.ReadOptions(use_threads=False, block_size=BLOCK, column_names=names),
            pa_csv.ParseOptions(
                delimiter=text.delimiter, newlines_in_values=True, invalid_row_handler=invalid
            ),
            pa_csv.ConvertOptions(
                include_columns=list(wanted),
                column_types=dict.fromkeys(names, pa.string()),
                strings_can_be_null=True,
                null_values=[""],
                quoted_strings_can_be_null=True,
            ),
        )
        for batch in _gathered(iter(reader)):
            yield batch.rename_columns([wanted[name] for name in batch.column_names])
    except (pa.ArrowException, ValueError, MemoryError) as error:
        raise RefusedFile("file", str(error)[:200], *_BROKEN_TEXT) from error


def _told(wrong: Sequence[int], width: int) -> Iterator[Refused]:
    expected = Text(en=f"{width} cells, as in the header", ja=f"見出しと同じ{width}個のセル")
    for number in wrong[:SHOWN]:
        yield Refused(f"row {number}", "another number of cells", expected, _QUOTE)
    if len(wrong) > SHOWN:
        yield Refused("further rows", f"{len(wrong) - SHOWN:,} rows", expected, _QUOTE)


def _workbook(source: Source, mapping: Mapping[str, str]) -> Opened:
    for sheet in sheets_of(source):
        located = locate(sheet, (lambda headers: usage.columns(headers, mapping), usage.is_usage))
        if located is not None:
            headed = located[1]
            known = _known(headed.columns)
            rows = [[_cell(row.cells, column) for column in known.values()] for row in headed.rows]
            table = pa.table(
                {
                    name: pa.array([row[at] for row in rows], pa.string())
                    for at, name in enumerate(known)
                }
            )
            return Opened(headed.columns, iter([table]))
    raise RefusedFile("file", source.name, *NO_HEADER)


def _cell(cells: Sequence[Any], column: Column) -> str | None:
    return (as_text(cells[column.index]) or None) if column.index < len(cells) else None


NO_HEADER = (
    Text(
        en="columns for a day, a territory or chart, a rank or plays, and a title, ISRC or video",
        ja="日付、地域またはチャート、順位または再生数、曲名・ISRC・動画のいずれかの列",
    ),
    Text(
        en="rename the headers, or give the columns their names with --mapping",
        ja="見出しを書き換えるか、--mapping で列を指定してください",
    ),
)
_BROKEN = (
    Text(en="a whole Parquet file", ja="壊れていないParquetファイル"),
    Text(en="fetch or export the file again", ja="ファイルを取得または書き出し直してください"),
)
_BROKEN_TEXT = (
    Text(en="rows of text with as many cells as the header", ja="見出しと同じ数のセルを持つ行"),
    Text(
        en="look for a quotation mark that is never closed, and export the file again",
        ja="閉じられていない引用符がないか確かめ、書き出し直してください",
    ),
)
_QUOTE = Text(
    en="put quotation marks around cells with commas in them; the other rows were read",
    ja="カンマを含むセルを引用符で囲んでください。ほかの行は読み込みました",
)
