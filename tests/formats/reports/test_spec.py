"""A header row is understood by names, never by places, and only where it is the report's own."""

import pytest

from kaigai.formats.reports.measures import Measure
from kaigai.formats.reports.spec import Report

SALES = Report(
    "made-up",
    {
        "title": "Track Name|Product Name",
        "quantity": "Quantity|数量",
        "amount": "Earnings ({currency})|{currency} Payable",
    },
    {"quantity": Measure("")},
    needs="quantity",
    telling="Team Percentage",
    without="Traffic source",
)


def test_columns_are_found_by_name_whatever_their_dress() -> None:
    heading = SALES.heading(["TEAM_percentage", "ＱＵＡＮＴＩＴＹ", "earnings (usd)"])
    assert heading is not None
    assert heading.fields == {"quantity": 1, "amount": 2}
    assert heading.currency == "USD"


def test_the_best_of_two_headers_is_taken() -> None:
    heading = SALES.heading(["Team Percentage", "Quantity", "Product Name", "Track Name"])
    assert heading is not None
    assert heading.column("title") == "Track Name"


@pytest.mark.parametrize(
    "cells",
    [
        [],
        ["Team Percentage", "Amount"],
        ["Quantity"],
        ["Team Percentage", "Quantity", "Traffic source"],
    ],
)
def test_other_headers_are_left_alone(cells: list[str]) -> None:
    assert SALES.heading(cells) is None


def test_a_small_layout_takes_no_further_columns() -> None:
    days = Report("made-up", {"period": "date", "n": "streams"}, {"n": Measure("streams")},
                  needs="period n", only=True)  # fmt: skip
    assert days.heading(["date", "streams", ""]) is not None
    assert days.heading(["date", "streams", "country"]) is None


def test_a_field_that_nobody_reads_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="artst"):
        Report("made-up", {"artst": "Artist"}, {}, needs="")
