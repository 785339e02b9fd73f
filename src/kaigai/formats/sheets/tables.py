"""The tables of a file, whichever program saved it: CSV, TSV, a workbook, or rows in JSON."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from kaigai.formats.sheets.decoding import decode
from kaigai.formats.sheets.fault import SheetFault, line
from kaigai.formats.sheets.grid import DELIMITERS, Cell, Row, Sheet, delimiter_of, text_sheet
from kaigai.formats.sheets.workbook import OLE_MAGIC, ZIP_MAGIC, sheets
from kaigai.terms.text import Text

_JSON: Final = re.compile(r"\s*\[\s*[{\]]")
JOINT: Final = "; "  #: between several values of one cell


def tables(data: bytes) -> Iterator[tuple[Sheet, bool]]:
    """Each table of a file, and whether it is JSON, where rows count from 0 and the first has the
    headings. A text may be several, parted by one sign or another: lists in its cells mislead.

    Raises SheetFault.
    """
    if data.startswith((ZIP_MAGIC, OLE_MAGIC)):
        yield from ((each, False) for each in sheets(data))
        return
    text = decode(data)
    if _JSON.match(text):
        yield _json_sheet(text), True
        return
    likeliest = delimiter_of(text)
    for sign in sorted(DELIMITERS, key=lambda each: each != likeliest):
        yield text_sheet(text, sign), False


def _json_sheet(text: str) -> Sheet:
    try:
        rows = json.loads(text)
    except json.JSONDecodeError as error:
        raise SheetFault(line(error.lineno), error.msg, *_ROWS) from error
    except (RecursionError, ValueError) as error:
        raise SheetFault(line(1), str(error)[:200], *_ROWS) from error
    for number, row in enumerate(rows):
        if not isinstance(row, dict):
            raise SheetFault(f"[{number}]", repr(row)[:60], *_ROWS)
    names = list(dict.fromkeys(name for row in rows for name in row))
    cells = (Row(n, tuple(_cell(row.get(each)) for each in names)) for n, row in enumerate(rows))
    return Sheet("", iter([Row(-1, tuple(names)), *cells]), is_text=True)


def _cell(value: Any) -> Cell:
    if isinstance(value, list):
        return JOINT.join(str(each) for each in value if each is not None)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    cell: Cell = value
    return cell


_ROWS: Final = (
    Text("an array of objects, one a row", "1行を1つのオブジェクトとした配列"),
    Text(
        en="write the rows as they were given out with --out FILE.json",
        ja="--out ファイル.json で書き出したときの形に戻してください",
    ),
)
