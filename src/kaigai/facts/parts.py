"""Parts: files of rows that are written before a table takes them in, a row group at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from kaigai.facts.table import Table

if TYPE_CHECKING:
    import pyarrow as pa

ROW_GROUP = 1_000_000
#: Results lie in the order of their key, and pages look up a few of their rows.
FEW = 50_000
TOLD = ("day", "month", "delivery_id")  #: columns by which whole row groups are passed over


@dataclass(frozen=True, slots=True)
class Written:
    """A Parquet file with rows of a table, none of them in the table yet."""

    path: Path
    rows: int
    origin_id: str | None = None  #: the file that all its rows come from


class Draft:
    """Parts of one table while they are written; `folder` must be there.

    A column that says nothing is left out: readers of the table see it as null.
    """

    def __init__(self, folder: Path, table: Table, origin_id: str | None = None) -> None:
        self.folder, self.table, self.origin_id = folder, table, origin_id
        self._done: list[Written] = []
        self._writer: Any = None
        self._path = folder
        self._rows = 0

    def write(self, rows: "pa.Table") -> None:
        """Add rows; texts that are numbered stay so."""
        rows = _telling(rows, self.table)
        if self._writer is None or self._writer.schema != rows.schema:
            self._end()
            self._begin(rows.schema)
        self._writer.write_table(rows, FEW if self.table.kind == "result" else ROW_GROUP)
        self._rows += rows.num_rows

    def close(self) -> list[Written]:
        """The parts, whole."""
        self._end()
        return self._done

    def discard(self) -> None:
        """Leave nothing behind."""
        for part in self.close():
            part.path.unlink(missing_ok=True)
        self._done = []

    def _begin(self, schema: "pa.Schema") -> None:
        import pyarrow.parquet as pq

        sorted_by = self.table.key[:1] if self.table.kind == "result" else ()
        told = [name for name in (*TOLD, *sorted_by) if name in schema.names]
        self._path, self._rows = self.folder / f"part-{uuid4()}.zstd.parquet", 0
        self._writer = pq.ParquetWriter(
            self._path,
            schema,
            compression="zstd",
            compression_level=1,
            store_schema=False,  # a text is a text to those who read it, however it was held
            write_statistics=told,
        )

    def _end(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._done.append(Written(self._path, self._rows, self.origin_id))
            self._writer = None


@dataclass(frozen=True, slots=True)
class Drafts:
    """A place for parts; it may be told to another process."""

    folder: Path

    def begin(self, table: Table, origin_id: str) -> Draft:
        """A draft of rows that all come from one file."""
        return Draft(self.folder, table, origin_id)


@contextmanager
def drafting(root: Path) -> Iterator[Drafts]:
    """A place for parts under `root`, which goes when it is left; others' that were killed go
    as well, for nobody holds their locks any more."""
    from filelock import FileLock

    root.mkdir(parents=True, exist_ok=True)
    name = uuid4().hex
    with FileLock(root / f"{name}.lock", is_singleton=False):
        sweep_drafts(root, name)
        folder = root / name
        folder.mkdir()
        try:
            yield Drafts(folder)
        finally:
            rmtree(folder, ignore_errors=True)
            (root / f"{name}.lock").unlink(missing_ok=True)


def sweep_drafts(root: Path, own: str = "") -> None:
    """Take away parts of those that were killed."""
    from filelock import FileLock, Timeout

    for path in root.glob("*.lock"):
        if path.stem == own:
            continue
        try:
            with FileLock(path, timeout=0, is_singleton=False):
                rmtree(path.with_suffix(""), ignore_errors=True)
                path.unlink(missing_ok=True)
        except Timeout:
            continue  # at work


def _telling(rows: "pa.Table", table: Table) -> "pa.Table":
    """Columns of the table that say something, in its order and of its types; those without a
    null are declared so, which spares their readers and writers a look at each row."""
    import pyarrow as pa

    schema = table.arrow_schema()
    columns = {
        field.name: typed(rows.column(field.name), field.type)
        for field in schema
        if field.name in rows.column_names
    }
    some = {name: each for name, each in columns.items() if each.null_count < rows.num_rows}
    fields = [pa.field(name, each.type, each.null_count > 0) for name, each in some.items()]
    return pa.Table.from_arrays(list(some.values()), schema=pa.schema(fields))


def typed(column: "pa.ChunkedArray", kind: "pa.DataType") -> "pa.ChunkedArray":
    """A column in the type of its table; texts may stay numbered (Arrow's dictionaries)."""
    import pyarrow as pa

    numbered = pa.types.is_dictionary(column.type) and column.type.value_type == kind
    # A cast to what it is already would first load PyArrow's kernels (0.03 s).
    return column if numbered or column.type == kind else column.cast(kind)


def fitted(rows: "pa.Table", schema: "pa.Schema") -> "pa.Table":
    """Rows with exactly the columns of a schema: missing ones null, others dropped.

    Texts may stay numbered (Arrow's dictionaries).
    """
    import pyarrow as pa

    columns = [
        typed(rows.column(field.name), field.type)
        if field.name in rows.column_names
        else pa.nulls(rows.num_rows, field.type)
        for field in schema
    ]
    return pa.Table.from_arrays(columns, names=schema.names)


def plain(rows: "pa.Table") -> "pa.Table":
    """The same rows with texts written out."""
    import pyarrow as pa

    columns = [
        column.cast(column.type.value_type) if pa.types.is_dictionary(column.type) else column
        for column in rows.columns
    ]
    return pa.Table.from_arrays(columns, names=rows.column_names)
