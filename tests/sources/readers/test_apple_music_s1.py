"""Apple Music S1: the period above the table, its own sums below it."""

from datetime import date

from tests.sources.reports.reports import said
from tests.sources.reports.samples import APPLE


def test_rows() -> None:
    read = said("apple-music-s1")
    assert read.scopes == ["apple-music-s1:S1_80000000_0426_JP:2026-04"]
    assert read.column("day", "days", "territory", "offer", "quantity") == [
        (date(2026, 4, 1), 30, "US", "Individual", 10.0),
        (date(2026, 4, 1), 30, "TW", "Student", 4.0),
    ]
    assert read.column("title")[0] == '7" Yoru'
    assert read.money() == {"JPY": 253_300}


def test_its_own_sums() -> None:
    read = said("apple-music-s1")
    assert [(row["measure"], row["stated"], row["agrees"]) for row in read.totals] == [
        ("rows", 2.0, True),
        ("streams", 15.0, False),
    ]
    (refused,) = read.refused
    assert refused.place == "Total_Units, line 9, column Quantity"
    assert "14" in refused.expected.ja


def test_nothing_is_refused_where_they_agree() -> None:
    assert said("apple-music-s1", APPLE.replace("Units\t15", "Units\t14")).refused == []
