"""Months that were not read are a gap, those read in part are pale, and all fit the picture."""

from datetime import date
from typing import Any

import pytest

from kaigai.desks.measure.charts import month_chart
from kaigai.desks.measure.sources import RANK
from kaigai.pictures.ink import NARROW, WIDE
from kaigai.verbs.answer import Screen


def row(month: date, home: float | None, overseas: float | None, days: int = 31) -> dict[str, Any]:
    """A row by month, as shares are made of."""
    known = home is not None and overseas is not None
    return {
        "month": month,
        "home": home,
        "overseas": overseas,
        "is_known": known,
        "measure": "streams",
        "n_days": days,
        "month_days": 31,
    }


ROWS = (
    row(date(2025, 12, 1), 100.0, 20.0),
    row(date(2026, 1, 1), None, 5.0),
    row(date(2026, 3, 1), 80.0, 30.0, days=12),
)


def drawn(
    rows: tuple[dict[str, Any], ...], screen: Screen = "wide", language: Any = "en"
) -> dict[str, Any]:
    """The chart as Vega-Lite."""
    chart: dict[str, Any] = month_chart(rows, language, screen).to_dict(validate=False)
    return chart


def values(chart: dict[str, Any], layer: int) -> list[dict[str, Any]]:
    """The inline rows of a layer."""
    rows: list[dict[str, Any]] = chart["layer"][layer]["data"]["values"]
    return rows


def test_a_month_that_was_not_read_is_a_gap_and_a_part_of_one_is_pale() -> None:
    chart = drawn(ROWS)
    assert [each["month"] for each in values(chart, 0)] == ["2026-01", "2026-02"]
    bars = values(chart, 1)
    assert {(each["month"], each["part"]) for each in bars} == {
        ("2025-12", False),
        ("2026-03", True),
    }
    assert [(each["side"], each["n"], each["place"]) for each in bars[:2]] == [
        ("home", 100.0, 0),
        ("overseas", 20.0, 1),
    ]
    assert bars[1]["told"] == "2025-12 overseas: 20"


def test_weights_are_told_per_day_counted() -> None:
    ranks = tuple(each | {"measure": RANK} for each in ROWS)
    assert [each["n"] for each in values(drawn(ranks), 1)][2:] == [80 / 12, 30 / 12]


@pytest.mark.parametrize(("screen", "size"), [("wide", WIDE), ("narrow", NARROW)])
def test_the_picture_is_as_large_as_it_says(screen: Screen, size: Any) -> None:
    chart = drawn(ROWS, screen, "ja")
    padding = chart["padding"]
    assert chart["width"] + padding["left"] + padding["right"] == size.width
    assert chart["autosize"]["type"] == "none"


def test_quarters_are_named_where_months_have_no_room() -> None:
    series = tuple(row(date(2025 + n // 12, n % 12 + 1, 1), 1.0, 1.0) for n in range(10, 30))
    named = [
        drawn(series, screen)["layer"][1]["encoding"]["x"]["axis"]["values"]
        for screen in ("wide", "narrow")
    ]
    assert len(named[0]) == 20
    assert named[1] == ["2026-01", "2026-04", "2026-07", "2026-10", "2027-01", "2027-04"]
