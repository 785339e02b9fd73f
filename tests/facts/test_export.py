"""Rows leave as CSV, JSON, Parquet and XLSX without losing or running anything."""

import csv
import io
import json
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, BinaryIO

import ibis
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kaigai.facts import export as module
from kaigai.facts import sheet
from kaigai.facts.export import FORMATS, ExportError, Format, export, format_of
from kaigai.formats.sheets.apostrophe import bare

INSTANT = datetime(2026, 11, 1, 12, 0, 0, 250_000, tzinfo=UTC)
SCHEMA = pa.schema(
    [
        ("text", pa.string()),
        ("whole", pa.int64()),
        ("part", pa.float64()),
        ("is_so", pa.bool_()),
        ("day", pa.date32()),
        ("at", pa.timestamp("us", tz="UTC")),
        ("many", pa.list_(pa.string())),
    ]
)
FULL = {
    "text": "夜明け, “Dawn”\nline",
    "whole": 2**62 + 1,
    "part": -1.5,
    "is_so": True,
    "day": date(2026, 11, 1),
    "at": INSTANT,
    "many": ["a", "b; c"],
}


def reader(*rows: dict[str, Any], schema: pa.Schema = SCHEMA) -> pa.RecordBatchReader:
    """Rows as a stream of batches."""
    return pa.Table.from_pylist(list(rows), schema=schema).to_reader(max_chunksize=2)


def texts(*values: str | None) -> pa.RecordBatchReader:
    """One column of text."""
    return pa.table({"text": pa.array(values, pa.string())}).to_reader()


def written(rows: pa.RecordBatchReader, format: Format) -> bytes:
    """What export writes."""
    stream = io.BytesIO()
    export(rows, stream, format)
    return stream.getvalue()


def cells(content: bytes) -> list[list[str]]:
    """The cells of a CSV as a spreadsheet takes them."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def sheet_cells(content: bytes) -> list[tuple[Any, ...]]:
    """The cells of a workbook."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return list(book.worksheets[0].iter_rows(values_only=True))


def test_csv_is_what_excel_opens() -> None:
    content = written(reader(FULL, {}), "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    header, full, empty = cells(content)
    assert header == SCHEMA.names
    assert full == [
        "夜明け, “Dawn”\nline",
        "4611686018427387905",
        "-1.5",
        "true",
        "2026-11-01",
        "2026-11-01T12:00:00.25Z",
        "a; b; c",
    ]
    assert empty == [""] * 7


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+81", "'+81"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1+1", "'＝1+1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠me", "'＠me"),
        ("-5", "-5"),
        ("-5.25", "-5.25"),
        ("-5+1", "'-5+1"),
        ("-5\n=1", "'-5\n=1"),
        ("a=1", "a=1"),
        ("ー", "ー"),
        ("", ""),
    ],
)
def test_no_cell_is_run(text: str, cell: str) -> None:
    assert cells(written(texts(text, "x"), "csv"))[1] == ([cell] if text else [""])


@pytest.mark.parametrize("text", ["=1+1", "+81", "-5", "http://a.example", "{=1}", "\r=1", "12"])
def test_text_in_a_sheet_is_text(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(texts(text), "xlsx")))
    cell = book.worksheets[0].cell(2, 1)
    assert str(cell.value).replace("_x000D_", "\r") == text
    assert cell.data_type == "s"
    assert cell.hyperlink is None


def test_a_list_that_would_run_and_a_heading_that_would() -> None:
    rows = pa.table({"=a": pa.array([["=1", "2"]])}).to_reader()
    assert cells(written(rows, "csv")) == [["'=a"], ["'=1; 2"]]


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (datetime(2026, 1, 10, 0, 0, 0, tzinfo=UTC), "2026-01-10T00:00:00Z"),
        (datetime(2026, 1, 10, 10, 20, 30, 100, tzinfo=UTC), "2026-01-10T10:20:30.0001Z"),
    ],
)
def test_instants_are_iso_8601(at: datetime, text: str) -> None:
    assert cells(written(reader({"at": at}), "csv"))[1][5] == text
    assert json.loads(written(reader({"at": at}), "json"))[0]["at"] == text


def test_json_is_an_array_of_objects() -> None:
    full, empty = json.loads(written(reader(FULL, {"part": float("nan")}), "json"))
    expected = FULL | {"day": "2026-11-01", "at": "2026-11-01T12:00:00.25Z"}
    assert full == expected
    assert empty == dict.fromkeys(SCHEMA.names)


def test_no_rows_is_still_a_file_of_its_format() -> None:
    assert json.loads(written(reader(), "json")) == []
    assert cells(written(reader(), "csv")) == [SCHEMA.names]
    assert sheet_cells(written(reader(), "xlsx")) == [tuple(SCHEMA.names)]
    assert pq.read_table(io.BytesIO(written(reader(), "parquet"))).schema == SCHEMA


def test_parquet_keeps_everything() -> None:
    rows = [FULL, {}, FULL]
    back = pq.read_table(io.BytesIO(written(reader(*rows), "parquet")))
    assert back.equals(pa.Table.from_pylist(rows, schema=SCHEMA))


def test_a_sheet_has_days_numbers_and_text() -> None:
    old = FULL | {"day": date(1899, 1, 1), "whole": 12, "part": float("inf")}
    header, full, empty, older = sheet_cells(written(reader(FULL, {}, old), "xlsx"))
    assert header == tuple(SCHEMA.names)
    assert full[0] == FULL["text"]
    assert full[1] == "4611686018427387905"
    assert full[2:5] == (-1.5, True, datetime(2026, 11, 1))  # noqa: DTZ001
    assert full[5] == INSTANT.replace(tzinfo=None)
    assert full[6] == "a; b; c"
    assert empty == (None,) * 7
    assert older[1:5] == (12, "inf", True, "1899-01-01")


def test_a_sheet_holds_so_many_rows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sheet, "SHEET_ROWS", 2)
    out = tmp_path / "a.xlsx"
    assert export(texts("a", "b"), out, "xlsx") == 2
    with pytest.raises(ExportError, match="csv or parquet"):
        export(texts("a", "b", "c"), tmp_path / "b.xlsx", "xlsx")
    assert list(tmp_path.iterdir()) == [out]


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    out = tmp_path / "names.csv"
    out.write_text("before")

    def broken() -> Iterator[pa.RecordBatch]:
        yield pa.record_batch({"text": ["a"]})
        raise ValueError("the disk went away")

    rows = pa.RecordBatchReader.from_batches(pa.schema([("text", pa.string())]), broken())
    with pytest.raises(ValueError, match="went away"):
        export(rows, out, "csv")
    assert out.read_text() == "before"
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="nowhere"):
        export(texts("a"), tmp_path / "nowhere" / "a.csv", "csv")


@pytest.mark.parametrize("format", FORMATS)
def test_a_query_is_exported_batch_by_batch(
    format: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BATCH", 10)
    out = tmp_path / f"out.{format}"
    assert export(ibis.range(25).unnest().name("n").as_table(), out, format) == 25
    assert out.stat().st_size > 50


def test_instants_of_a_query_are_in_utc() -> None:
    stream = io.BytesIO()
    query = ibis.memtable(pa.table({"at": pa.array([INSTANT], pa.timestamp("us", tz="UTC"))}))
    export(query, stream, "csv")
    assert cells(stream.getvalue())[1] == ["2026-11-01T12:00:00.25Z"]


@pytest.mark.parametrize("format", FORMATS)
def test_a_pipe_is_enough(format: Format) -> None:
    read, write = os.pipe()
    with os.fdopen(write, "wb") as stream:
        assert export(reader(FULL), stream, format) == 1
    with os.fdopen(read, "rb") as back:
        assert back.read(4)


@pytest.mark.parametrize("format", ["csv", "json"])
def test_decimals_are_numbers(format: Format) -> None:
    rows = pa.table({"n": pa.array(["1.50"]).cast(pa.decimal128(5, 2))}).to_reader()
    assert b"1.5" in written(rows, format).splitlines()[1].replace(b'"', b"")


def test_a_stream_stays_open() -> None:
    stream: BinaryIO = io.BytesIO()
    export(texts("a"), stream, "csv")
    assert not stream.closed


@example(["'@", "''=1", "'a", "-1", "'-1"])
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))))
def test_text_comes_back_from_json_and_csv(values: list[str]) -> None:
    assert [row["text"] for row in json.loads(written(texts(*values), "json"))] == values
    back = [row[0] if row else "" for row in cells(written(texts(*values), "csv"))[1:]]
    assert [bare(cell) for cell in back] == values


@pytest.mark.parametrize(
    ("name", "format"),
    [("a.csv", "csv"), ("A.XLSX", "xlsx"), ("a.parquet", "parquet"), ("a.txt", None), ("a", None)],
)
def test_the_ending_says_the_format(name: str, format: str | None) -> None:
    assert format_of(Path(name)) == format


def test_what_a_killed_export_left_goes_with_the_next(tmp_path: Path) -> None:
    left, growing, other = (
        tmp_path / f".{name}.part" for name in ("a.csv.1", "a.csv.2", "b.csv.1")
    )
    for each in (left, growing, other):
        each.write_text("half")
    for each in (left, other):
        os.utime(each, (0, 0))
    export(reader(FULL), tmp_path / "a.csv", "csv")
    assert sorted(tmp_path.iterdir()) == sorted([growing, other, tmp_path / "a.csv"])
