"""Rows of usage from a batch: subjects, deliveries, and money that stays exact."""

from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.formats.reports.batch import Batch
from kaigai.formats.reports.measures import Measure
from kaigai.formats.reports.spec import Report
from kaigai.sources.reports import plays
from kaigai.sources.reports.plays import Plays

SALES = Report("made-up", {}, {"quantity": Measure(""), "hours": Measure("minutes", 60)}, needs="")
APRIL = (date(2026, 4, 1), 30)
MAY = (date(2026, 5, 1), 31)


def batch(**values: list[Any]) -> Batch:
    """One batch of these columns."""
    size = len(next(iter(values.values())))
    return Batch(list(range(size)), {"days": [APRIL] * size, **values})


def tables(me: Plays, *batches: Batch) -> list[tuple[str, pa.Table]]:
    """All that comes of some batches."""
    found = [each for part in batches for each in me.add(part)]
    return found + list(me.rest())


def test_subjects_by_the_best_code() -> None:
    rows = batch(
        quantity=[Decimal(1)] * 4,
        isrc=["JPZZ02600001", None, None, None],
        video=[None, "abcdefghijk", None, None],
        gtin=["4900000000009", None, "4900000000009", None],
        title=["Yoru"] * 4,
    )
    ((_, table),) = tables(Plays(SALES, "me"), rows)
    assert table["subject_kind"].to_pylist() == ["recording", "video", "release", "text"]
    assert table["subject_id"].to_pylist() == [
        "JPZZ02600001",
        "youtube:abcdefghijk",
        "4900000000009",
        None,
    ]


def test_each_statement_is_its_own_delivery() -> None:
    rows = batch(
        quantity=[Decimal(1)] * 4,
        title=list("abcd"),
        days=[APRIL, MAY, APRIL, APRIL],
        reported=[None, None, (date(2026, 6, 8), 1), None],
        account=[None, None, None, "UC1"],
    )
    found = {key: table["title"].to_pylist() for key, table in tables(Plays(SALES, "me"), rows)}
    assert found == {
        "me:2026-04": ["a"],
        "me:2026-05": ["b"],
        "me:2026-06-08": ["c"],
        "UC1:2026-04": ["d"],
    }


def test_money_goes_with_the_first_measure_only() -> None:
    rows = batch(
        quantity=[Decimal(3)],
        hours=[Decimal("1.5")],
        amount=[Decimal("0.25")],
        currency=["JPY"],
        title=["Yoru"],
    )
    ((_, table),) = tables(Plays(SALES, "me"), rows)
    assert table["quantity"].to_pylist() == [3.0, 90.0]
    assert table["amount_millionths"].to_pylist() == [250_000, None]
    assert table["currency"].to_pylist() == ["JPY", None]


def test_rows_are_handed_on_when_there_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plays, "HELD", 3)
    me = Plays(SALES, "me")
    two = batch(quantity=[Decimal(1)] * 2, title=["a", "b"])
    assert list(me.add(two)) == []
    ((_, table),) = me.add(two)
    assert table["title"].to_pylist() == ["a", "b", "a", "b"]
    assert list(me.rest()) == []


def test_a_payment_without_plays_is_kept() -> None:
    rows = batch(quantity=[None, None], amount=[Decimal(1), None], title=["Fee", "Nothing"])
    ((_, table),) = tables(Plays(SALES, "me"), rows)
    assert table["title"].to_pylist() == ["Fee"]


amounts = st.lists(st.decimals(-10, 10, places=15), min_size=1, max_size=60)


@given(st.lists(amounts, min_size=1, max_size=3))
def test_the_sum_of_the_rows_is_the_sum_of_the_report(parts: list[list[Decimal]]) -> None:
    batches = [
        batch(quantity=[Decimal(1)] * len(part), amount=part, title=["x"] * len(part))
        for part in parts
    ]
    ((_, table),) = tables(Plays(SALES, "me"), *batches)
    total = sum(table["amount_millionths"].to_pylist())
    exact = sum((amount for part in parts for amount in part), start=Decimal(0)) * 1_000_000
    assert abs(total - exact) <= Decimal("0.5")
