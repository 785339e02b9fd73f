"""One whole process that solves availability from Parquet to Parquet."""

import sys
from pathlib import Path

import ibis

from benchmarks.catalogue import DAY
from kaigai.findings.availability import solve


def main(folder: Path) -> None:
    """Read the catalogue in a folder, solve it, write both result tables."""
    connection = ibis.duckdb.connect()
    connection.raw_sql("set preserve_insertion_order = false")
    ibis.set_backend(connection)
    names = ("tracks", "deals", "territory_sets", "deliveries")
    tables = {name: connection.read_parquet(folder / f"{name}.parquet") for name in names}
    solved = solve(tables, day=DAY)
    solved.availability.to_parquet(folder / "availability.parquet")
    solved.answers.to_parquet(folder / "answers.parquet")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
