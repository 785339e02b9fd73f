"""What a file's name tells of a report."""

from datetime import date

import pytest

from kaigai.sources.reports.names import account_of, windowed

AT = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("name", "account"),
    [
        ("a/b/TuneCore 2026-06.csv", "TuneCore 2026-06"),
        ("TuneCore 2026-06 (1).csv", "TuneCore 2026-06"),
        ("x.zip!/DSR_1of1.tsv.gz", "DSR_1of1"),
        ("印税 のコピー.xlsx", "印税"),
        (".csv", ".csv"),
    ],
)
def test_the_account_by_name(name: str, account: str) -> None:
    assert account_of(name) == account


def test_a_window_ends_before_the_files_day() -> None:
    assert windowed({"window": "28day"}, AT) == {
        "window": "28day",
        "start": "2026-06-03",
        "end": "2026-06-30",
    }
    assert windowed({"window": "24hours"}, AT)["start"] == "2026-06-30"
    assert windowed({"window": "all"}, AT) == {"window": "all"}
    assert windowed({}, AT) == {}


def test_the_day_after_the_last() -> None:
    given = {"start": "2026-04-01", "until": "2026-05-01"}
    assert windowed(given, AT)["end"] == "2026-04-30"
    assert "end" not in windowed({"until": "2026-99-01"}, AT)
