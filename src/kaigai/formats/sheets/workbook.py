"""Excel workbooks (.xlsx) as sheets of values, opened only when they are safe to open."""

import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from xml.parsers import expat
from zipfile import ZipFile, ZipInfo

from kaigai.formats.sheets.decoding import BROKEN
from kaigai.formats.sheets.fault import FILE, SheetFault
from kaigai.formats.sheets.grid import MAX_COLUMNS, MAX_FIELD, Cell, Row, Sheet
from kaigai.terms.text import Text

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

ZIP_MAGIC: Final = b"PK\x03\x04"
OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  #: .xls, and .xlsx under a password

MAX_UNPACKED: Final = 1024**3  #: bytes of all members together
MAX_RATIO: Final = 200  #: unpacked to packed; sheets pack to a twentieth at best
RATIO_FLOOR: Final = 10 * 1024**2
MAX_ROWS: Final = 1_048_576  #: what Excel itself allows
MAX_STRINGS: Final = 256 * 1024**2  #: bytes of the texts that cells share, which are held at once
MAX_TEXT: Final = 256 * 1024**2  #: characters of all cells of a sheet together
SHOWN: Final = 60  #: characters of a cell that is too long
MAX_MERGE_SCAN: Final = 64 * 1024**2

_MERGE: Final = re.compile(rb'mergeCell ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')
#: How workbooks write control characters, and what looks like that.
_ESCAPED: Final = re.compile("_x(00[01][0-9A-Fa-f]|005[Ff])_")
_CHUNK: Final = 65_536
_XML: Final = (".xml", ".rels")

#: First row to the (column, last row) of cells merged downwards from there.
Merges = dict[int, list[tuple[int, int]]]


def sheets(data: bytes) -> Iterator[Sheet]:
    """The visible sheets of a workbook; formulas come as the values last computed.

    A cell merged over several rows has its value in each of them.
    Raises SheetFault: no workbook, an old or locked one, or one that unpacks to too much.
    """
    if data.startswith(OLE_MAGIC):
        raise SheetFault(FILE, "Excel 97–2003, or a password", *_OLD)
    book = _open(data)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            yield Sheet(str(sheet.title), _rows(data, sheet))


def _open(data: bytes) -> "Workbook":
    from openpyxl import load_workbook

    _guard(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # a broken workbook fails in any way that XML and zip can
        raise _broken(error) from error


def _guard(data: bytes) -> None:
    """Refuse what would unpack to many times its size, and XML that declares entities."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
            unpacked = sum(info.file_size for info in infos)
            strings = sum(each.file_size for each in infos if "sharedStrings" in each.filename)
            if max(unpacked / MAX_UNPACKED, strings / MAX_STRINGS) > 1 or any(
                info.file_size > RATIO_FLOOR and info.file_size > MAX_RATIO * info.compress_size
                for info in infos
            ):
                raise SheetFault(FILE, f"{unpacked:,} bytes unpacked", *_BOMB)
            for info in infos:
                if info.filename.casefold().endswith(_XML) and _is_declaring(archive, info):
                    raise SheetFault(info.filename, "DOCTYPE", *_BROKEN)
    except SheetFault:
        raise
    except Exception as error:  # zlib.error and struct.error have no common parent
        raise _broken(error) from error


def _is_declaring(archive: ZipFile, info: ZipInfo) -> bool:
    """Whether XML declares a type, and so may declare entities, before its root, wherever that
    is: comments may be long."""
    seen: list[bool] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: seen.append(True)
    parser.StartElementHandler = lambda *_: seen.append(False)
    with archive.open(info) as member:
        while not seen and (chunk := member.read(_CHUNK)):
            try:
                parser.Parse(chunk)
            except expat.ExpatError:
                return bool(seen) and seen[0]  # broken, as who reads it is told
    return bool(seen) and seen[0]


def _rows(data: bytes, sheet: Any) -> Iterator[Row]:
    sheet.reset_dimensions()  # what the file says of its own size may be wrong by millions
    merged = _Merged(_merges(data, getattr(sheet, "_worksheet_path", "")))
    text = 0
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            rows = sheet.iter_rows(max_row=MAX_ROWS, values_only=True)
            for number, cells in enumerate(rows, start=1):
                plain = tuple(map(_plain, cells[:MAX_COLUMNS]))
                text += sum(len(cell) for cell in plain if isinstance(cell, str))
                if text > MAX_TEXT:
                    raise SheetFault(f"row {number}", f"{text:,} characters", *_BOMB)
                yield Row(number, merged.filled(number, plain))
    except SheetFault:
        raise
    except Exception as error:
        raise _broken(error, Text(f"sheet {sheet.title}", f"シート{sheet.title}")) from error


def _plain(cell: Cell) -> Cell:
    """The cell as it was typed; one longer than any (Excel holds 32,767 characters) as broken."""
    if not isinstance(cell, str):
        return cell
    if len(cell) > MAX_FIELD:
        return f"{cell[:SHOWN]}…{BROKEN}"
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), cell) if "_x" in cell else cell


class _Merged:
    """Carries the value of a merged cell down over the rows that it covers."""

    def __init__(self, merges: Merges) -> None:
        self.merges = merges
        self.held: dict[int, tuple[int, Cell]] = {}

    def filled(self, number: int, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """The row with what reaches into it from above."""
        for column, last in self.merges.get(number, ()):
            if column <= len(cells):
                self.held[column] = (last, cells[column - 1])
        if not self.held:
            return cells
        self.held = {each: held for each, held in self.held.items() if number <= held[0]}
        row = [*cells, *[None] * (max(self.held, default=0) - len(cells))]
        for column, (_, value) in self.held.items():
            if row[column - 1] is None:
                row[column - 1] = value
        return tuple(row)


def _merges(data: bytes, path: str) -> Merges:
    """Cells merged downwards; openpyxl does not tell them when it streams."""
    merges: Merges = {}
    with ZipFile(BytesIO(data)) as archive:
        if path not in archive.namelist() or archive.getinfo(path).file_size > MAX_MERGE_SCAN:
            return merges
        try:
            found = _MERGE.findall(archive.read(path))
        except Exception as error:
            raise _broken(error) from error
    for letters, top, bottom in found:
        first, last, column = int(top), min(int(bottom), MAX_ROWS), _column(letters)
        if first < last and column <= MAX_COLUMNS:
            merges.setdefault(first, []).append((column, last))
    return merges


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _broken(error: Exception, place: Text = FILE) -> SheetFault:
    return SheetFault(place, f"{type(error).__name__}: {error}"[:200], *_BROKEN)


_BROKEN: Final = (
    Text(en="a whole Excel workbook (.xlsx)", ja="壊れていないExcelブック(.xlsx)"),
    Text(
        en="open it in Excel or LibreOffice and save it again as .xlsx, or as CSV UTF-8",
        ja="ExcelかLibreOfficeで開き、.xlsxまたはCSV UTF-8で保存し直してください",
    ),
)
_OLD: Final = (
    Text(
        en="a workbook in today's format (.xlsx), without a password",
        ja="現行形式(.xlsx)で、パスワードのないブック",
    ),
    Text(
        en="open it in Excel and save it as .xlsx without a password, or as CSV UTF-8",
        ja="Excelで開き、パスワードなしの.xlsxまたはCSV UTF-8で保存し直してください",
    ),
)
_BOMB: Final = (
    Text(
        en="a workbook of ordinary size, at most 1 GB unpacked",
        ja="通常の大きさのブック(展開後1GBまで)",
    ),
    Text(
        en="check where the file comes from; split it, or save its sheet as CSV UTF-8",
        ja="入手元を確認し、分割するか、シートをCSV UTF-8で保存してください",
    ),
)
