"""DistroKid: four layouts of the same plays, and what was sold told by the store."""

from pathlib import Path

import pytest

from tests.sources.reports.reports import said
from tests.sources.reports.samples import DISTROKID_1, DISTROKID_4, SAMPLES


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for reader, name, text in SAMPLES if reader == "distrokid"]
)
def test_every_layout_is_read(name: str, text: str) -> None:
    read = said("distrokid", text, name)
    assert read.refused == []
    assert read.money() == {"USD": 4_100_000 if "new/" in name else 6_341_600}


def test_rows() -> None:
    read = said("distrokid", DISTROKID_1)
    assert read.column("service", "measure", "subject_kind", "territory") == [
        ("Spotify", "streams", "recording", "TW"),
        ("iTunes", "downloads", "release", "WORLD"),
        ("YouTube (Ads)", "views", "recording", "US"),
    ]
    assert read.column("title")[0] == '"Heroes" Again'


def test_each_reporting_date_is_a_delivery() -> None:
    assert said("distrokid", DISTROKID_1, "me.tsv").scopes == [
        "distrokid:me:2026-06-08",
        "distrokid:me:2026-06-02",
    ]


def test_western_letters_of_old_files() -> None:
    read = said("distrokid", DISTROKID_1.encode("latin-1"))
    assert set(read.column("artist")) == {"Café Nami"}


def test_quotation_marks_and_commas_of_new_files() -> None:
    read = said("distrokid", DISTROKID_4)
    assert read.column("title", "quantity") == [("Yoru, Again", 1500.0)]


def test_the_test_file_of_an_open_project(shared: Path) -> None:
    read = said("distrokid", (shared / "sales" / "DistroKid_NonAscii.tsv").read_bytes())
    assert "Tøilette & Café" in read.column("artist")
    assert read.money() == {"USD": 10_000_000}
    assert len(read.scopes) == 2
