"""Believe: semicolons, decimal commas or points, and a country that nobody knows."""

from tests.sources.reports.reports import said
from tests.sources.reports.samples import BELIEVE


def test_rows_with_decimal_commas() -> None:
    read = said("believe")
    assert read.column("territory", "quantity", "offer") == [("FR", 1200.0, "Premium")]
    assert read.money() == {"EUR": 2_808_000}
    assert read.scopes == ["believe:believe:2026-06-01"]


def test_rows_with_decimal_points() -> None:
    read = said(
        "believe", BELIEVE.replace("0,", "0.").replace("3,744", "3.744").replace("2,", "2.")
    )
    assert read.money() == {"EUR": 2_808_000}


def test_an_unknown_country_is_refused_and_the_other_row_kept() -> None:
    (refused,) = said("believe").refused
    assert refused.place == "line 3, column Country / Region"
    assert refused.found == "Corée du Nord?"


def test_older_files_have_no_subscription_column() -> None:
    older = BELIEVE.replace('"Streaming Subscription Type";', "").replace('"Premium";', "")
    read = said("believe", older.replace('"";', ""))
    assert read.column("offer", "quantity") == [(None, 1200.0)]
