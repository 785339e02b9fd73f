"""Any table as a file for other tools: CSV, JSON, Parquet or XLSX, streamed batch by batch."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO, Literal, get_args
from uuid import uuid4

import pyarrow as pa
import pyarrow.compute as pc

from kaigai.facts.sheet import SHEET_ROWS, Sheet, TooManyRows
from kaigai.formats.sheets.apostrophe import FORMULA, NUMBER
from kaigai.terms.text import Refused, Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

Format = Literal["csv", "json", "parquet", "xlsx"]
FORMATS: tuple[Format, ...] = get_args(Format)
BINARY: tuple[Format, ...] = ("parquet", "xlsx")  #: no use on a screen

BATCH = 50_000  #: rows held at a time
ABANDONED = 86_400  #: seconds after which nobody is still writing a file that does not grow
BOM = b"\xef\xbb\xbf"


class ExportError(Refused):
    """The file cannot be written as asked; the text says what to do."""


def export(rows: "ir.Table | pa.RecordBatchReader", out: Path | BinaryIO, format: Format) -> int:
    """Write rows to a file or an open binary stream; returns how many.

    csv      UTF-8 with BOM and CRLF, as Excel reads and writes it; instants in ISO 8601, lists
             joined by "; ", nothing known is an empty cell; text that a spreadsheet would run
             as a formula gets an apostrophe in front
    json     one array of objects, one object a line
    parquet  as stored
    xlsx     one sheet; text is always text, and so are numbers beyond Excel's 15 digits

    A file appears whole or not at all. Raises ExportError when it cannot be written or has
    more rows than a sheet holds.
    """
    reader = _batches(rows)
    try:
        with _target(out) as stream:
            return WRITERS[format](reader, stream)
    except TooManyRows as error:
        raise ExportError(_too_many()) from error


def format_of(path: PurePath) -> Format | None:
    """The format that a file's name asks for; None when it asks for none."""
    ending = path.suffix.lower().removeprefix(".")
    return next((each for each in FORMATS if each == ending), None)


def _batches(rows: "ir.Table | pa.RecordBatchReader") -> pa.RecordBatchReader:
    if isinstance(rows, pa.RecordBatchReader):
        return rows
    schema = rows.schema().to_pyarrow()
    # An engine may hand out other widths, and its own time zone, than the query has.
    batches = (batch.cast(schema) for batch in rows.to_pyarrow_batches(chunk_size=BATCH))
    return pa.RecordBatchReader.from_batches(schema, batches)


@contextmanager
def _target(out: Path | BinaryIO) -> Iterator[BinaryIO]:
    """The stream to write to; a file is written beside and renamed when it is whole."""
    if not isinstance(out, Path):
        yield out
        return
    part = out.with_name(f".{out.name}.{uuid4().hex}.part")
    try:
        _sweep(out)
        with part.open("wb") as stream:
            yield stream
        part.replace(out)
    except OSError as error:
        raise ExportError(_unwritable(out, error)) from error
    finally:
        part.unlink(missing_ok=True)


def _sweep(out: Path) -> None:
    """Take away what somebody left who was killed while writing the same file."""
    for left in out.parent.glob(f".{escape(out.name)}.*.part"):
        with suppress(OSError):  # another takes it away, too
            if time.time() - left.stat().st_mtime > ABANDONED:
                left.unlink()


def _csv(reader: pa.RecordBatchReader, stream: BinaryIO) -> int:
    from pyarrow import csv

    schema = pa.schema(
        [(_harmless(field.name), _text_type(field.type)) for field in reader.schema]
    )
    options = csv.WriteOptions(eol="\r\n", batch_size=BATCH)
    stream.write(BOM)
    count = 0
    with csv.CSVWriter(pa.PythonFile(stream, "w"), schema, write_options=options) as writer:
        for batch in reader:
            columns = [_guarded(_textual(column)) for column in batch.columns]
            writer.write(pa.Table.from_arrays(columns, schema=schema))
            count += batch.num_rows
    return count


def _json(reader: pa.RecordBatchReader, stream: BinaryIO) -> int:
    encode = json.JSONEncoder(ensure_ascii=False).encode
    names = reader.schema.names
    count, before = 0, "[\n"
    for batch in reader:
        columns = [_timeless(column).to_pylist() for column in batch.columns]
        for values in zip(*columns, strict=True):
            line = encode(dict(zip(names, values, strict=True)))
            stream.write(f"{before}{line}".encode())
            before = ",\n"
        count += batch.num_rows
    stream.write(b"\n]\n" if count else b"[]\n")
    return count


def _parquet(reader: pa.RecordBatchReader, stream: BinaryIO) -> int:
    from pyarrow import parquet

    count = 0
    with parquet.ParquetWriter(pa.PythonFile(stream, "w"), reader.schema) as writer:
        for batch in reader:
            writer.write_batch(batch)
            count += batch.num_rows
    return count


def _xlsx(reader: pa.RecordBatchReader, stream: BinaryIO) -> int:
    count = 0
    with Sheet(stream, reader.schema.names) as sheet:
        for batch in reader:
            columns = [_joined(_known(column)).to_pylist() for column in batch.columns]
            for values in zip(*columns, strict=True):
                sheet.add(values)
            count += batch.num_rows
    return count


WRITERS: dict[Format, Callable[[pa.RecordBatchReader, BinaryIO], int]] = {
    "csv": _csv,
    "json": _json,
    "parquet": _parquet,
    "xlsx": _xlsx,
}


def _known(column: pa.Array) -> pa.Array:
    """NaN is nothing known, and a decimal is a number."""
    if pa.types.is_decimal(column.type):
        return column.cast(pa.float64())
    if pa.types.is_floating(column.type):
        return pc.if_else(pc.is_nan(column), pa.scalar(None, column.type), column)
    return column


def _timeless(column: pa.Array) -> pa.Array:
    """Days and instants as ISO 8601 text; the rest as it is."""
    if pa.types.is_timestamp(column.type):
        # Without its zone, which is UTC: naming the zone would need the system's zone files.
        text = column.cast(pa.timestamp("us")).cast(pa.string())
        short = pc.replace_substring_regex(text, r"\.?0+$", "")
        iso = pc.replace_substring(short, " ", "T")
        return pc.binary_join_element_wise(iso, pa.scalar("Z"), "")
    if pa.types.is_date(column.type):
        return column.cast(pa.string())
    return _known(column)


def _joined(column: pa.Array) -> pa.Array:
    """Lists joined by "; "; the rest as it is."""
    if pa.types.is_list(column.type) or pa.types.is_large_list(column.type):
        return pc.binary_join(column.cast(pa.list_(pa.string())), "; ")
    return column


def _textual(column: pa.Array) -> pa.Array:
    return _joined(_timeless(column))


def _text_type(kind: pa.DataType) -> pa.DataType:
    return _textual(pa.array([], kind)).type


def _guarded(column: pa.Array) -> pa.Array:
    """Text that a spreadsheet would run, with an apostrophe in front."""
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        return column
    runs = pc.and_not(
        pc.match_substring_regex(column, FORMULA), pc.match_substring_regex(column, NUMBER)
    )
    marked = pc.binary_join_element_wise(pa.scalar("'", column.type), column, "")
    return pc.if_else(runs, marked, column)


def _harmless(name: str) -> str:
    guarded: str = _guarded(pa.array([name]))[0].as_py()
    return guarded


def _unwritable(path: Path, error: OSError) -> Text:
    why = error.strerror or error
    return Text(
        en=f"{path} cannot be written ({why}); give another --out",
        ja=f"{path} に書き込めません({why})。--out で別の場所を指定してください",
    )


def _too_many() -> Text:
    return Text(
        en=f"a sheet holds {SHEET_ROWS:,} rows at most, and there are more; use csv or parquet",
        ja=f"1シートに入るのは{SHEET_ROWS:,}行までで、それを超えています。"
        "csv か parquet を使ってください",
    )
