"""The iTunes Store: returns count against the sales, and the sums below the table agree."""

from datetime import date

from tests.sources.reports.reports import said
from tests.sources.reports.samples import ITUNES


def test_rows() -> None:
    read = said("itunes-financial")
    assert read.refused == []
    assert read.column("day", "days", "subject_kind", "quantity") == [
        (date(2026, 4, 1), 28, "recording", 3.0),
        (date(2026, 4, 1), 28, "release", -1.0),
    ]
    assert read.money() == {"USD": -4_900_000}


def test_its_own_sums() -> None:
    read = said("itunes-financial")
    assert [(row["measure"], row["currency"], row["agrees"]) for row in read.totals] == [
        ("rows", None, True),
        ("downloads", None, True),
        ("amount", "USD", True),
    ]


def test_a_return_that_is_negative_already() -> None:
    text = ITUNES.replace("\t1\t7\t7\tUSD\tR", "\t-1\t7\t-7\tUSD\tR")
    assert said("itunes-financial", text).usage == said("itunes-financial").usage
