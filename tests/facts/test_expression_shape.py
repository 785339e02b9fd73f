"""Expressions of one shape come to one SQL but for tables made for the run, and days."""

from datetime import UTC, date, datetime

import ibis
import ibis.expr.types as ir
import pytest

from kaigai.facts.engine import bit_or, to_json
from kaigai.facts.expression_shape import Shapeless, shape_of

DAY, INSTANT = date(2026, 11, 1), datetime(2026, 11, 1, 3, tzinfo=UTC)
COLUMNS = {"song": "string", "day": "date", "at": "timestamp('UTC')", "n": "int64"}


def plays(name: str = "ibis_plays_1", **other: str) -> ir.Table:
    """A table of a database."""
    schema = ibis.schema(COLUMNS | other)
    return ibis.expr.operations.DatabaseTable(name, schema=schema, source=None).to_expr()


def digest(rows: ir.Expr) -> bytes:
    """What tells shapes apart."""
    return shape_of(rows.as_table().op()).digest


def test_names_made_for_a_run_and_days_are_no_part_of_it() -> None:
    one, other = (
        table.filter(table.day >= ibis.literal(day), table.at < ibis.literal(at))
        for table, day, at in (
            (plays("ibis_cached_1"), DAY, INSTANT),
            (plays("ibis_cached_2"), date(1999, 1, 2), datetime(1999, 1, 1, tzinfo=UTC)),
        )
    )
    assert digest(one) == digest(other)
    shape = shape_of(other.op())
    assert shape.tables == ("ibis_cached_2",)
    assert [day.value for day in shape.days] == [
        date(1999, 1, 2),
        datetime(1999, 1, 1, tzinfo=UTC),
    ]


def test_one_day_in_two_places_is_no_two_days() -> None:
    table, later = plays(), date(2026, 12, 1)
    once, twice = (
        table.filter((table.day == ibis.literal(DAY)) | (table.day == ibis.literal(day)))
        for day in (later, DAY)
    )
    assert digest(once) != digest(twice)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (plays(), plays(extra="string")),
        (plays(), plays(n="int32")),
        (plays("plays"), plays("charts")),
        (plays().filter(plays().n > 1), plays().filter(plays().n > 2)),
        (plays().filter(plays().n > 1), plays().filter(plays().n >= 1)),
        (plays().filter(plays().n == 1), plays().filter(plays().n == ibis.literal(1, "int64"))),
        (plays().filter(plays().song == "a"), plays().filter(plays().song == "b")),
        (
            plays().filter(plays().song.isin(["a", "b"])),
            plays().filter(plays().song.isin(["a,b"])),
        ),
        (plays().select("n", "song"), plays().select("song", "n")),
        (plays().mutate(m="n"), plays().mutate(k="n")),
        (plays().order_by("n"), plays().order_by(ibis.desc("n"))),
        (plays().limit(3), plays().limit(4)),
        (plays().drop("n"), plays().drop("song")),
        (plays().agg(x=bit_or(plays().n)), plays().agg(x=plays().n.max())),
        (plays().agg(x=plays().n.sum()), plays().agg(x=plays().n.sum(where=plays().n > 1))),
        (plays().left_join(plays("ibis_b"), "song"), plays().inner_join(plays("ibis_b"), "song")),
        (plays().union(plays("ibis_b")), plays().union(plays("ibis_b"), distinct=True)),
        (plays().mutate(x=ibis.null("string")), plays().mutate(x=ibis.null("int64"))),
        (plays().mutate(x=ibis.null("date")), plays().mutate(x=ibis.literal(DAY))),
        (plays().union(plays()), plays().union(plays("ibis_b"))),
    ],
)
def test_what_differs_is_told_apart(one: ir.Table, other: ir.Table) -> None:
    assert digest(one) != digest(other)


def test_the_same_thing_made_twice_has_one_shape() -> None:
    def asked() -> ir.Table:
        table = plays()
        other = table.view()
        joined = table.inner_join(other, "song", rname="{name}_2")
        found = joined.mutate(told=to_json(ibis.struct({"a": joined.n, "b": joined.song})))
        place = ibis.row_number().over(group_by=found.song, order_by=found.n.desc())
        return found.mutate(place=place).drop("day", "at").filter(lambda t: t.place == 0)

    assert digest(asked()) == digest(asked())


def test_a_function_written_in_python_has_no_shape() -> None:
    @ibis.udf.scalar.python  # type: ignore[untyped-decorator]
    def twice(n: int) -> int:
        return n * 2

    with pytest.raises(Shapeless):
        digest(plays().mutate(m=twice(plays().n)))


def test_the_deepest_expressions_have_one() -> None:
    table = plays()
    for n in range(1_500):  # more than Python calls itself
        table = table.limit(2_000 - n)
    assert digest(table)
