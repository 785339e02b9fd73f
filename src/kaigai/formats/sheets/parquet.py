"""A Parquet file as a sheet: its column names are the header."""

from collections.abc import Iterator
from typing import Any, Final

from kaigai.formats.sheets.fault import FILE, SheetFault
from kaigai.formats.sheets.grid import Cell, Row, Sheet
from kaigai.terms.text import Text

MOST_ROWS: Final = 5_000_000
PIECE: Final = 65_536  #: rows that are taken at a time


def parquet_sheet(data: bytes) -> Sheet:
    """The file's rows below a header of its column names; raises SheetFault."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(pa.BufferReader(data))
        rows = file.metadata.num_rows
    except (pa.ArrowException, OSError, ValueError, MemoryError) as error:
        raise SheetFault(FILE, str(error)[:200], *_BROKEN) from error
    if rows > MOST_ROWS:
        raise SheetFault(FILE, f"{rows:,} rows", *_TOO_LONG)
    return Sheet("", _rows(file))


def _rows(file: Any) -> Iterator[Row]:
    import pyarrow as pa

    yield Row(1, tuple(file.schema_arrow.names))
    number = 1
    try:
        for batch in file.iter_batches(PIECE):
            columns = [_values(column) for column in batch.columns]
            for cells in zip(*columns, strict=True):
                number += 1
                yield Row(number, tuple(map(_cell, cells)))
    except (pa.ArrowException, OSError, ValueError, UnicodeDecodeError) as error:
        raise SheetFault(f"row {number + 1}", str(error)[:200], *_BROKEN) from error


def _values(column: Any) -> list[Any]:
    """A column's values; one that no day or text can hold (the year 10000) as it stands, so that
    it is refused by itself."""
    try:
        values: list[Any] = column.to_pylist()
    except (ValueError, OverflowError):
        return [_value(each) for each in column]
    return values


def _value(value: Any) -> Any:
    try:
        return value.as_py()
    except UnicodeDecodeError:
        return value.as_buffer().to_pybytes().decode(errors="replace")
    except (ValueError, OverflowError):
        return str(value.value)


def _cell(value: Any) -> Cell:
    """A value as a cell: lists as lines, and `nan`, which frames write for nothing, as nothing."""
    if isinstance(value, list | tuple):
        return "\n".join(str(each) for each in value if each is not None)
    if value is None or value != value or (isinstance(value, str) and value == "nan"):
        return None
    return value if isinstance(value, Cell) else str(value)


_BROKEN: Final = (
    Text(en="a whole Parquet file", ja="壊れていないParquetファイル"),
    Text(en="fetch or export the file again", ja="ファイルを取得または書き出し直してください"),
)
_TOO_LONG: Final = (
    Text(en=f"at most {MOST_ROWS:,} rows", ja=f"{MOST_ROWS:,}行まで"),
    Text(en="split it into several files", ja="複数のファイルに分けてください"),
)
