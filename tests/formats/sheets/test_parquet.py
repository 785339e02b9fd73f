"""Parquet files as sheets: what no cell can hold costs that cell."""

from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq

from kaigai.formats.sheets.parquet import parquet_sheet


def test_values_that_no_cell_can_hold_stand_as_text() -> None:
    days = pa.array([0, 2_932_897], pa.int32()).cast(pa.date32())
    instants = pa.array([0, 2**62], pa.int64()).cast(pa.timestamp("ms"))
    broken = pa.Array.from_buffers(
        pa.string(),
        2,
        [None, pa.array([0, 1, 2], pa.int32()).buffers()[1], pa.py_buffer(b"a\xff")],
    )
    held = BytesIO()
    pq.write_table(pa.table([days, instants, broken], ["day", "day", "text"]), held)
    header, first, second = parquet_sheet(held.getvalue()).rows
    assert header.cells == ("day", "day", "text")
    assert [str(each) for each in first.cells] == ["1970-01-01", "1970-01-01 00:00:00", "a"]
    assert second.cells == ("2932897", str(2**62), "\ufffd")
