"""YouTube Studio: Japanese and English tables, their total rows, and the zip's name."""

from datetime import date

import pytest

from tests.sources.reports.reports import said
from tests.sources.reports.samples import STUDIO_CHART, STUDIO_DAYS, STUDIO_EN, STUDIO_JA

READER = "youtube-studio"
ZIP = "data/コンテンツ 2026-04-01_2026-05-01 波音.zip!/表データ.csv"


def test_videos() -> None:
    read = said(READER, STUDIO_JA, ZIP)
    assert read.refused == []
    assert read.scopes == [f"{READER}:波音:content:2026-04"]
    assert set(read.column("subject_id", "days", "day")) == {
        ("youtube:abcdefghijk", 30, date(2026, 4, 1)),
        ("youtube:-mnopqrs-_v", 30, date(2026, 4, 1)),
    }
    assert read.sum("views") == 1500
    assert read.sum("watch_minutes") == 6030
    assert read.money() == {"JPY": 350_250_000}
    assert {row["measure"]: row["agrees"] for row in read.totals} == {
        "views": True,
        "engaged_views": True,
        "watch_minutes": True,
        "amount": True,
    }


def test_a_video_whose_id_begins_with_a_minus_sign() -> None:
    read = said(READER, STUDIO_JA.replace("\n-mno", '\n" -mno').replace("_v,海", '_v",海'), ZIP)
    assert "youtube:-mnopqrs-_v" in read.column("subject_id")


def test_territories_and_a_table_that_lists_a_part_only() -> None:
    name = "Geography 2026-04-01_2026-05-01 Nami (2)/Table data.csv"
    read = said(READER, STUDIO_EN, name)
    assert read.scopes == [f"{READER}:Nami:territories:2026-04"]
    assert set(read.column("subject_kind", "artist")) == {("channel", "Nami")}
    views = [
        (row["territory"], row["quantity"]) for row in read.usage if row["measure"] == "views"
    ]
    assert views == [("JP", 1000.0), ("US", 500.0)]
    (refused,) = read.refused
    assert refused.place == "total row, line 2, column Views"
    assert (refused.found, "1,500" in refused.expected.en) == ("1,600", True)


@pytest.mark.parametrize(
    ("text", "part"), [(STUDIO_DAYS, "by-day"), (STUDIO_CHART, "content-by-day")]
)
def test_each_day_is_a_delivery(text: str, part: str) -> None:
    read = said(READER, text, ZIP)
    assert read.scopes == [
        f"{READER}:波音:{part}:2026-04-01",
        f"{READER}:波音:{part}:2026-04-02",
    ]
    assert set(read.column("days")) == {1}


def test_full_width_numbers_in_shift_jis() -> None:
    text = STUDIO_JA.replace("500,30.5", "５００,30.5")
    assert said(READER, text.encode("cp932"), ZIP).sum("views") == 1500
