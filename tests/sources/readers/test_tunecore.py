"""TuneCore: codes with a second choice, the account's currency, one delivery a posting."""

from datetime import date
from pathlib import Path

from tests.sources.reports.reports import said
from tests.sources.reports.samples import TUNECORE


def test_rows() -> None:
    read = said("tunecore")
    assert read.refused == []
    assert read.scopes == ["tunecore:tunecore:2026-06-01"]
    assert read.column("day", "days", "reported_day") == [
        (date(2026, 4, 1), 30, date(2026, 6, 1)),
        (date(2026, 4, 1), 30, date(2026, 6, 1)),
    ]
    assert read.column("service", "territory", "measure", "quantity") == [
        ("Spotify", "US", "streams", 1200.0),
        ("iTunes", "JP", "downloads", 2.0),
    ]
    assert read.money() == {"GBP": 18_628_200}


def test_tunecores_own_isrc_stands_in_for_the_artists() -> None:
    own = TUNECORE.replace("TCAAA2600001,JPZZ02600001", "USTCZ2600001,")
    assert said("tunecore", own).column("subject_id") == ["USTCZ2600001", "4900000000009"]


def test_a_number_of_tunecores_is_no_isrc() -> None:
    number = TUNECORE.replace("TCAAA2600001,JPZZ02600001", "1234567,")
    read = said("tunecore", number)
    assert read.column("subject_id")[0] == "4900000000009"
    assert read.refused == []


def test_the_test_file_of_an_open_project(shared: Path) -> None:
    read = said("tunecore", (shared / "sales" / "Tunecore_Test.csv").read_bytes())
    assert read.sum("streams") == 5
    assert read.money() == {"GBP": 135_500}
    assert read.refused == []
