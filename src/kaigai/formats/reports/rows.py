"""Bytes of a report into rows of cells, one after the other, however large the file is."""

import csv
import zlib
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from gzip import GzipFile
from io import StringIO, TextIOWrapper
from typing import BinaryIO, Final, cast

from kaigai.formats.sheets.decoding import decode_head, encoding_of
from kaigai.formats.sheets.fault import SheetFault
from kaigai.formats.sheets.grid import MAX_COLUMNS, MAX_FIELD
from kaigai.terms.text import Text

Open = Callable[[], BinaryIO]
#: The number of a line, and its cells.
Line = tuple[int, list[str]]

GZIP_MAGIC: Final = b"\x1f\x8b"
HEAD: Final = 65_536
MAX_UNPACKED: Final = 16 * 1024**3
MAX_LINE: Final = 1 << 22  #: characters; a row of a report is a thousandth of that
_INFLATED: Final = 1 << 20
_CHUNK: Final = 1 << 20
_EIGHT_BITS: Final = ("utf-8", "cp932", "cp1252")
_ODD_BYTES: Final = 1 << 18


def inflated(head: bytes) -> bytes:
    """The first bytes of what a gzip's first bytes hold; others as they are."""
    if not head.startswith(GZIP_MAGIC):
        return head
    try:
        return zlib.decompressobj(31).decompress(head, _INFLATED)
    except zlib.error:
        return b""


def unpacked(open_file: Open) -> Open:
    """An opener of the report itself, where the file is its gzip."""
    with open_file() as stream:
        packed = stream.read(2) == GZIP_MAGIC
    return (lambda: cast(BinaryIO, _Inflating(open_file()))) if packed else open_file


class _Inflating(GzipFile):
    """A gzip that is left where it unpacks to more than any report holds."""

    def __init__(self, packed: BinaryIO) -> None:
        super().__init__(fileobj=packed, mode="rb")
        self._packed = packed

    def read1(self, size: int = -1) -> bytes:
        """As GzipFile's; raises SheetFault for a broken file, or one without an end."""
        return self._checked(super().read1, size)

    def read(self, size: int | None = -1) -> bytes:
        """As GzipFile's; raises SheetFault for a broken file, or one without an end."""
        return self._checked(super().read, -1 if size is None else size)

    def _checked(self, read: Callable[[int], bytes], size: int) -> bytes:
        try:
            data = read(size)
        except (OSError, EOFError, zlib.error) as error:
            raise SheetFault("file", str(error), *_BROKEN) from error
        if self.tell() > MAX_UNPACKED:
            raise SheetFault("file", f"{self.tell():,} bytes unpacked", *_TOO_BIG)
        return data

    def close(self) -> None:
        """Closes the packed file too."""
        super().close()
        self._packed.close()


def encoding_of_file(open_file: Open) -> str:
    """The Python name of a report's encoding; looks at all of it, for the first letter outside of
    ASCII may stand far below. Raises SheetFault where it is no text."""
    with open_file() as stream:
        head = stream.read(HEAD)
        by_head = encoding_of(head, whole=False)
        if by_head is None:
            raise SheetFault("file", repr(head[:24]), *_NO_TEXT)
        if by_head not in _EIGHT_BITS:
            return by_head
        return _by_odd_lines(head, stream)


def _by_odd_lines(head: bytes, stream: BinaryIO) -> str:
    decoder, odd, chunk = getincrementaldecoder("utf-8")(), bytearray(), head
    is_utf8 = True
    while chunk:
        if is_utf8 and not chunk.isascii():
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                is_utf8 = False
        if not chunk.isascii() and len(odd) < _ODD_BYTES:
            odd += b"\n".join(line for line in chunk.split(b"\n")[1:-1] if not line.isascii())
        if not is_utf8 and len(odd) >= _ODD_BYTES:
            break
        chunk = stream.read(_CHUNK)
    # A letter in front, so that no odd line is taken for a mark of UTF-16.
    found = "utf-8" if is_utf8 else encoding_of(b"x\n" + (odd or head), whole=False)
    return found if found in _EIGHT_BITS else "cp1252"


def lines_of(open_file: Open, encoding: str, delimiter: str) -> Iterator[Line]:
    """The rows of a report; a tab-separated one has no quotation, and its quotes are kept.

    Raises SheetFault where a quotation never closes, or the text has NULs in it.
    """
    csv.field_size_limit(MAX_FIELD)
    with TextIOWrapper(open_file(), encoding, errors="replace", newline="") as text:
        yield from _parsed(_bounded(text), delimiter)


def first_lines(head: bytes, delimiter: str, count: int) -> list[list[str]]:
    """The first rows that a file's first bytes hold."""
    csv.field_size_limit(MAX_FIELD)
    text = decode_head(head)
    lines: list[list[str]] = []
    try:
        for _, cells in _parsed(StringIO(text, newline=""), delimiter):
            lines.append(cells)
            if len(lines) >= count:
                break
    except SheetFault:
        pass
    return lines


def _bounded(text: TextIOWrapper) -> Iterator[str]:
    """The lines of a text; one without an end must not fill the memory."""
    while line := text.readline(MAX_LINE):
        if len(line) == MAX_LINE:
            raise SheetFault("file", f"{line[:60]}…", *_NO_LINES)
        yield line


def _parsed(text: Iterator[str], delimiter: str) -> Iterator[Line]:
    if delimiter == "\t":
        reader = csv.reader(text, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(text, delimiter=delimiter)
    try:
        for cells in reader:
            yield reader.line_num, cells if len(cells) <= MAX_COLUMNS else cells[:MAX_COLUMNS]
    except csv.Error as error:
        raise SheetFault(f"line {reader.line_num}", str(error), *_QUOTED) from error


_BROKEN: Final = (
    Text(en="a whole gzip file", ja="壊れていないgzipファイル"),
    Text(en="fetch the report again", ja="レポートを取得し直してください"),
)
_TOO_BIG: Final = (
    Text(en="a report of at most 16 GB unpacked", ja="展開後16GBまでのレポート"),
    Text(en="split it into several files", ja="複数のファイルに分けてください"),
)
_NO_TEXT: Final = (
    Text(en="text, as reports come in", ja="テキスト形式のレポート"),
    Text(en="fetch the report again as CSV or TSV", ja="CSVかTSVで取得し直してください"),
)
_NO_LINES: Final = (
    Text(en="rows on lines of their own", ja="一行ごとに区切られた行"),
    Text(en="fetch the report again as CSV or TSV", ja="CSVかTSVで取得し直してください"),
)
_QUOTED: Final = (
    Text(en="cells of ordinary length, each quotation mark closed",
         ja="通常の長さのセル。引用符は必ず閉じられていること"),
    Text(en="look for a quotation mark that opens and never closes above this line",
         ja="この行より上に、閉じられていない引用符がないか確認してください"),
)  # fmt: skip
