"""Usage added up by month, and the distinct things that it names, a whole batch at a time."""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import Final

import polars as pl
import pyarrow as pa

from kaigai.facts.tables.reported import REPORTED
from kaigai.facts.tables.usage_monthly import USAGE_MONTHLY

#: What a row of usage is about, as its report says it.
ABOUT: Final = tuple(name for name in REPORTED.columns if name != "reported_id")
#: How plays fall with the rank, as fitted on real streams.
FALL: Final = -0.42
WEEK: Final = 7
MONTH: Final = 31
_WHOSE: Final = ("origin_id", "delivery_id")


def rolled_up(usage: pa.Table) -> Iterator[tuple[str, pa.Table]]:
    """Rows of `reported` and `usage_monthly` for rows of `usage` with their delivery."""
    if not usage.num_rows:
        return
    rows = pl.from_arrow(usage)
    assert isinstance(rows, pl.DataFrame)
    things = identified(rows.select(ABOUT).unique(maintain_order=True))
    yield "reported", _fitting(things, REPORTED.arrow_schema())
    named = rows.join(things, on=ABOUT, how="left", nulls_equal=True)
    yield "usage_monthly", _fitting(monthly(named), USAGE_MONTHLY.arrow_schema())


def identified(things: pl.DataFrame) -> pl.DataFrame:
    """Distinct things with their ids."""
    ids = [reported_id(row) for row in things.iter_rows()]
    return things.with_columns(reported_id=pl.Series(ids, dtype=pl.String))


def named_alone(kind: str, ids: list[str]) -> pa.Table:
    """Rows of `reported` for things of which only kind and id are known, with the columns that
    say something."""
    columns = {
        "reported_id": [_id_alone(kind, each) for each in ids],
        "subject_kind": [kind] * len(ids),
        "subject_id": ids,
    }
    return pa.table({name: pa.array(each, pa.string()) for name, each in columns.items()})


@lru_cache(2**18)  # one report after another names the same recordings
def _id_alone(kind: str, subject_id: str) -> str:
    said = dict.fromkeys(ABOUT) | {"subject_kind": kind, "subject_id": subject_id}
    return reported_id(tuple(said[name] for name in ABOUT))


def length_of(days: int) -> str:
    """What a period of so many days is called."""
    lengths = ((1, "day"), (WEEK, "week"), (MONTH, "month"))
    return next((name for most, name in lengths if days <= most), "longer")


def reported_id(about: tuple[object, ...]) -> str:
    """The id of a thing, from the values of ABOUT: nothing differs from an empty text."""
    said = "\x1f".join("\x00" if value is None else str(value) for value in about)
    return blake2b(said.encode(), digest_size=10).hexdigest()


def monthly(rows: pl.DataFrame) -> pl.DataFrame:
    """Usage with its `reported_id`, added up by the key of `usage_monthly` and the delivery."""
    days = pl.col("days").fill_null(1)
    keyed = rows.with_columns(
        month=pl.col("day").dt.truncate("1mo"),
        length=pl.when(days <= 1)
        .then(pl.lit("day"))
        .when(days <= WEEK)
        .then(pl.lit("week"))
        .when(days <= MONTH)
        .then(pl.lit("month"))
        .otherwise(pl.lit("longer")),
    )
    rank = pl.col("quantity").filter(pl.col("measure") == "rank")
    placed = rank.filter(rank >= 1)
    summed = keyed.group_by(*USAGE_MONTHLY.key, *_WHOSE, maintain_order=True).agg(
        quantity=_sum(pl.col("quantity").filter(pl.col("measure") != "rank")),
        n_days=pl.col("day").n_unique(),
        first_day=pl.col("day").min(),
        last_day=pl.col("day").max(),
        best=placed.min(),
        weight=_sum(placed.pow(FALL)),
        amount_millionths=_sum(pl.col("amount_millionths")),
        rows=pl.len(),
    )
    return summed.sort("month", "reported_id", "territory")


def _sum(column: pl.Expr) -> pl.Expr:
    """A sum that is nothing where nothing is added up."""
    return pl.when(column.count() > 0).then(column.sum())


def _fitting(rows: pl.DataFrame, schema: pa.Schema) -> pa.Table:
    return rows.select(schema.names).to_arrow().cast(schema)
