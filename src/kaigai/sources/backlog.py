"""What a workspace of an earlier version lacks: its usage, added up by month."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

    from kaigai.facts.store import Facts

PIECE = 2_000_000  #: rows that are added up at once


def not_added_up(facts: "Facts") -> "Iterator[tuple[str, pa.Table]]":
    """Rows of `reported` and `usage_monthly` for all usage that the facts hold."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from kaigai.facts.parts import fitted
    from kaigai.facts.table import TABLES
    from kaigai.sources.usage.monthly import rolled_up

    for path in facts.files("usage"):
        for batch in pq.ParquetFile(path).iter_batches(PIECE):
            rows = pa.Table.from_batches([batch])
            yield from rolled_up(fitted(rows, TABLES["usage"].arrow_schema()))
