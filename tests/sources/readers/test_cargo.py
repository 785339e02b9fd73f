"""Cargo: a line a sale, with fractions of a penny that add up."""

from pathlib import Path

from tests.sources.reports.reports import said


def test_rows() -> None:
    read = said("cargo")
    assert read.refused == []
    assert read.scopes == ["cargo:cargo:2026-04"]
    assert read.column("days", "offer", "duration_ms")[0] == (30, "Family plan", 225_000)
    assert read.column("amount_millionths") == [1395, 1395]


def test_the_test_file_of_an_open_project(shared: Path) -> None:
    read = said("cargo", (shared / "sales" / "cargo-simple-3-songs.csv").read_bytes())
    assert read.sum("streams") == 8
    assert read.money() == {"GBP": 19_152}  # 0.019152 pounds in the file
    assert set(read.column("title")) == {"Song 1", "Song 2", "Song 3"}
    assert read.refused == []
