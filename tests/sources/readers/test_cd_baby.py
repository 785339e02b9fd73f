"""CD Baby: American dates, tabs with quoted barcodes, dollars that nobody writes."""

from datetime import date
from pathlib import Path

from tests.sources.reports.reports import said
from tests.sources.reports.samples import CD_BABY


def test_rows() -> None:
    read = said("cd-baby")
    assert read.refused == []
    (row,) = read.usage
    assert (row["day"], row["days"], row["reported_day"]) == (
        date(2026, 4, 1),
        30,
        date(2026, 6, 15),
    )
    assert (row["isrc"], row["gtin"]) == ("JPZZ02600001", "4900000000009")
    assert (row["service"], row["territory"], row["measure"]) == ("Deezer", "DE", "streams")
    assert read.money() == {"USD": 12_000}


def test_a_bad_day_is_refused_with_its_line() -> None:
    read = said("cd-baby", CD_BABY.replace("4/30/2026", "30/4/2026"))
    assert [each.place for each in read.refused] == ["line 2, column Sales Date"]
    assert read.usage == []


def test_the_test_file_of_an_open_project(shared: Path) -> None:
    read = said("cd-baby", (shared / "sales" / "CdBaby_Test.txt").read_bytes())
    assert read.column("isrc") == ["USX123000001", "USX123000002"]
    assert read.money() == {"USD": 159_654}
    assert read.refused == []
