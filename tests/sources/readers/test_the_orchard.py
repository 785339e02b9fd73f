"""The Orchard: the old layout by month names and codes, the new one by days."""

from datetime import date

from tests.sources.reports.reports import said
from tests.sources.reports.samples import ORCHARD_NEW, ORCHARD_OLD


def test_the_old_layout() -> None:
    read = said("the-orchard", ORCHARD_OLD, "orchard.csv")
    assert read.refused == []
    assert read.scopes == ["the-orchard:orchard:2026-06"]
    assert read.column("day", "days", "territory", "quantity") == [
        (date(2026, 4, 1), 30, "US", 1200.0),
        (date(2026, 5, 1), 31, "ES", 10.0),
    ]
    assert read.money() == {"EUR": 2_904_000}


def test_the_old_layout_with_points_and_month_names() -> None:
    text = ORCHARD_OLD.replace("1.200;", "1200;").replace(",", ".").replace(";", ",")
    read = said("the-orchard", text.replace("2026M04", "Apr 2026").replace("DMS", "Retailer"))
    assert read.money() == {"EUR": 2_904_000}
    assert read.column("day")[0] == date(2026, 4, 1)


def test_the_new_layout_and_a_late_sale_without_days() -> None:
    read = said("the-orchard", ORCHARD_NEW, "new.csv")
    assert read.refused == []
    assert read.column("day", "days", "reported_day", "service", "offer") == [
        (date(2026, 4, 1), 30, date(2026, 6, 1), "Spotify", "Premium"),
        (date(2026, 4, 1), 30, date(2026, 6, 1), "LINE MUSIC", None),
    ]
    assert read.money() == {"USD": 2_930_000}
    assert read.scopes == ["the-orchard:new:2026-06"]
