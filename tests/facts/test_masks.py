"""Masks in queries: sets of territories are added, compared and counted as words."""

import ibis
import pytest

from kaigai.facts import masks
from kaigai.terms.territories import codes_of

JAPAN = ["JP", "KR", "US"]
ABROAD = ["US", "FR", "ZW"]


def told(mask: masks.Words) -> list[str]:
    """A mask's territories."""
    row = ibis.memtable({"one": [1]}).select(**masks.named("m", mask)).to_pyarrow().to_pylist()[0]
    return list(codes_of(tuple(row[f"m{i}"] for i in masks.WORDS)))


@pytest.mark.parametrize(
    ("work", "found"),
    [
        (masks.both, ["US"]),
        (masks.either, ["FR", "JP", "KR", "US", "ZW"]),
        (masks.minus, ["JP", "KR"]),
    ],
)
def test_sets(work, found: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert told(work(masks.literal(JAPAN), masks.literal(ABROAD))) == found


def test_size_and_membership() -> None:
    rows = ibis.memtable({"one": [1]}).select(
        n=masks.size(masks.literal(JAPAN)),
        none=masks.size(masks.empty()),
        has=masks.holds(masks.literal(ABROAD), "ZW"),
        lacks=masks.holds(masks.literal(ABROAD), "JP"),
    )
    row = rows.to_pyarrow().to_pylist()[0]
    assert row == {"n": 3, "none": 0, "has": True, "lacks": False}


def test_every_territory_is_one_bit() -> None:
    rows = masks.of_each()
    whole = rows.agg(**masks.union_of(masks.words(rows, "m"), "m"))
    size = masks.size(masks.words(whole, "m"))
    assert whole.select(n=size).to_pyarrow()["n"][0].as_py() == rows.count().to_pyarrow().as_py()
