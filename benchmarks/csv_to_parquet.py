"""One whole process that turns CSV reports into Parquet, with Polars or DuckDB alone."""

import sys
from pathlib import Path

import polars as pl

TYPES = {
    "date": "DATE", "service": "VARCHAR", "territory": "VARCHAR", "isrc": "VARCHAR",
    "streams": "BIGINT",
}  # fmt: skip


def with_polars(folder: Path, out: Path) -> None:
    """scan_csv to sink_parquet, as their manual has it."""
    kinds = {"DATE": pl.Date, "VARCHAR": pl.String, "BIGINT": pl.Int64}
    schema = {name: kinds[kind] for name, kind in TYPES.items()}
    pl.scan_csv(folder / "*.csv", schema=schema).sink_parquet(out)


def with_duckdb(folder: Path, out: Path) -> None:
    """COPY with typed columns, and without the order that would cost it memory."""
    import duckdb

    connection = duckdb.connect()
    connection.execute("set preserve_insertion_order = false")
    connection.execute(
        f"copy (select * from read_csv('{folder}/*.csv', header = true, columns = {TYPES})) "
        f"to '{out}' (compression zstd)"
    )


if __name__ == "__main__":
    {"polars": with_polars, "duckdb": with_duckdb}[sys.argv[1]](
        Path(sys.argv[2]), Path(sys.argv[3])
    )
