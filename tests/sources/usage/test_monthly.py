"""The monthly roll-up equals a group-by of the usage that it was made of, on both engines."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kaigai.facts.spark_backend import on_spark
from kaigai.facts.table import TABLES
from kaigai.sources.usage.monthly import ABOUT, reported_id, rolled_up

DUCKDB = ibis.duckdb.connect()
DAYS = st.integers(0, 70).map(lambda n: date(2026, 1, 15) + timedelta(days=n))
TEXT = st.sampled_from([None, "", "a", "夜"])


def usage_rows(size: int = 30) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rows of usage that often share a key."""
    row = {
        "day": DAYS,
        "days": st.sampled_from([None, 1, 7, 30, 31, 92]),
        "service": st.sampled_from(["Spotify", "YouTube"]),
        "chart": TEXT,
        "territory": st.sampled_from(["JP", "WORLD"]),
        "measure": st.sampled_from(["streams", "rank", "sales"]),
        "quantity": st.one_of(st.none(), st.integers(0, 200).map(float)),
        "subject_kind": st.sampled_from(["recording", "text"]),
        "subject_id": TEXT,
        "title": TEXT,
        "artist": TEXT,
        "reporter": st.sampled_from([None, "believe"]),
        "amount_millionths": st.one_of(st.none(), st.integers(-(10**9), 10**9)),
        "currency": st.sampled_from([None, "JPY"]),
        "duration_ms": st.sampled_from([None, 200_000]),
        "delivery_id": st.sampled_from(["d1", "d2"]),
    }
    return st.lists(st.fixed_dictionaries(row), min_size=1, max_size=size)


def arrow(rows: list[dict[str, Any]]) -> pa.Table:
    """Rows as the store holds them."""
    return pa.Table.from_pylist(rows, schema=TABLES["usage"].arrow_schema())


def by_hand(usage: ir.Table, names: ir.Table) -> ir.Table:
    """The roll-up as a group-by."""
    lengths = ibis.cases(
        (usage.days <= 1, "day"), (usage.days <= 7, "week"), (usage.days <= 31, "month"),
        else_="longer",
    )  # fmt: skip
    rows = usage.mutate(
        month=usage.day.truncate("M"),
        length=ibis.ifelse(usage.days.isnull(), "day", lengths),
        # Ids are given by what the roll-up's own `reported` says of each thing.
        about=_joined(usage),
    ).join(names.select("reported_id", about=_joined(names)), "about")
    is_rank = rows.measure == "rank"
    placed = is_rank & (rows.quantity >= 1)
    return rows.group_by(*TABLES["usage_monthly"].key, "delivery_id").agg(
        quantity=rows.quantity.sum(where=~is_rank),
        n_days=rows.day.nunique(),
        first_day=rows.day.min(),
        last_day=rows.day.max(),
        best=rows.quantity.min(where=placed),
        weight=rows.quantity.pow(-0.42).sum(where=placed),
        amount_millionths=rows.amount_millionths.sum().cast("int64"),
        rows=rows.count(),
    )


def _joined(rows: ir.Table) -> ir.Value:
    parts = [rows[name].cast("string").fill_null("nothing") for name in ABOUT]
    return ibis.literal("\x1f").join(parts)


def plain(rows: ir.Table | pa.Table) -> list[tuple[Any, ...]]:
    """Rows in one order, with weights rounded."""
    table = rows if isinstance(rows, pa.Table) else rows.to_pyarrow()
    names = sorted({*TABLES["usage_monthly"].columns, "delivery_id"})
    found = [
        tuple(
            round(row[name], 9) if name == "weight" and row[name] else row[name] for name in names
        )
        for row in table.to_pylist()
    ]
    return sorted(found, key=str)


def _rounded(weight: float | None) -> float | None:
    return None if weight is None else round(weight, 8)


def agrees(rows: list[dict[str, Any]], connection: Any) -> None:
    """Hold the roll-up of rows against the group-by."""
    usage = arrow(rows)
    made = dict(rolled_up(usage))
    expected = by_hand(
        connection.create_table(ibis.util.gen_name("usage"), usage, temp=True),
        connection.create_table(ibis.util.gen_name("names"), made["reported"], temp=True),
    )
    assert plain(made["usage_monthly"]) == plain(expected)


@given(usage_rows())
@settings(max_examples=25, deadline=None, phases=[Phase.generate])
def test_the_roll_up_is_a_group_by(rows: list[dict[str, Any]]) -> None:
    agrees(rows, DUCKDB)


@pytest.mark.spark
def test_the_roll_up_is_a_group_by_on_spark(tmp_path: Path) -> None:
    pytest.importorskip("pyspark")
    rows = [
        {
            "day": date(2026, 1, 1) + timedelta(days=n),
            "days": [1, 7, 30, 92][n % 4],
            "measure": ["streams", "rank", "sales"][n % 3],
            "quantity": float(n + 1),
            "title": "夜" if n % 2 else None,
            "amount_millionths": n if n % 5 else None,
            "delivery_id": "d",
        }
        for n in range(80)
    ]
    usage = arrow(rows)
    made = dict(rolled_up(usage))
    spark = on_spark("local[2]")
    tables = []
    for name, rows_of in {"usage": usage, "reported": made["reported"]}.items():
        pq.write_table(rows_of, tmp_path / f"{name}.parquet")
        tables.append(spark.read_parquet(tmp_path / f"{name}.parquet"))
    assert plain(made["usage_monthly"]) == plain(by_hand(*tables))


@given(usage_rows())
@settings(max_examples=25, deadline=None)
def test_batches_add_up_to_the_whole(rows: list[dict[str, Any]]) -> None:
    whole = dict(rolled_up(arrow(rows)))["usage_monthly"].to_pylist()
    half = len(rows) // 2
    parts = [
        row
        for piece in (rows[:half], rows[half:])
        for row in dict(rolled_up(arrow(piece))).get("usage_monthly", arrow([])).to_pylist()
    ]
    for name in ("quantity", "weight", "amount_millionths", "rows"):
        assert sum(row[name] or 0 for row in parts) == pytest.approx(
            sum(row[name] or 0 for row in whole)
        )


def test_a_thing_is_named_by_all_that_is_said_of_it() -> None:
    assert reported_id(("text", None, "a")) != reported_id(("text", "", "a"))
    assert reported_id(("text", None, "a")) == reported_id(("text", None, "a"))
    same = {"day": date(2026, 1, 1), "title": "夜", "subject_kind": "text", "delivery_id": "d"}
    made = dict(rolled_up(arrow([same, same, same | {"artist": "灯"}])))
    assert made["reported"].num_rows == 2
    assert sorted(made["usage_monthly"]["rows"].to_pylist()) == [1, 2]


def test_nothing_of_nothing() -> None:
    assert list(rolled_up(arrow([]))) == []
