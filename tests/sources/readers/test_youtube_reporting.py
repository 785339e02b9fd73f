"""The YouTube Reporting API: columns in any order, unknown territories, finer reports left out."""

from datetime import date

import pytest

from kaigai.sources.readers.youtube_reporting import youtube_reporting
from tests.sources.reports.reports import said
from tests.sources.reports.samples import REPORTING, REPORTING_ASSET, REPORTING_ASSETS

READER = "youtube-reporting"


def test_a_channel_by_day() -> None:
    read = said(READER, REPORTING, "x.csv")
    assert read.refused == []
    assert read.scopes == [f"{READER}:UCabcdefghijklmnopqrstuv:2026-04-01"]
    assert read.sum("views") == 11
    assert read.sum("engaged_views") == 10
    assert read.sum("watch_minutes") == 26.75
    assert set(read.column("territory", "day", "days")) == {
        ("JP", date(2026, 4, 1), 1),
        ("WORLD", date(2026, 4, 1), 1),
    }


def test_the_order_of_columns_does_not_matter() -> None:
    turned = "\n".join(
        ",".join(reversed(line.split(","))) for line in REPORTING.strip().split("\n")
    )
    assert said(READER, turned).usage == said(READER, REPORTING).usage


def test_a_content_owners_videos() -> None:
    text = REPORTING_ASSET.replace("asset_id,", "").replace("A123456789012345,", "")
    read = said(READER, text)
    assert read.scopes == [f"{READER}:content-owner:2026-04-01"]


def test_assets_are_said_by_another_reporter() -> None:
    read = said(READER, REPORTING_ASSET)
    assert read.column("reporter")[0] == "youtube-reporting-assets"
    assert read.sum("views") == 44


def test_the_list_of_assets() -> None:
    read = said(READER, REPORTING_ASSETS, "content_owner_asset_a3-20260402.csv")
    assert read.column("isrc", "day", "measure", "quantity") == [
        ("JPZZ02600001", date(2026, 4, 2), "approx_daily_views", 250.0)
    ]


@pytest.mark.parametrize("column", ["traffic_source_type", "device_type", "gender"])
def test_reports_that_split_the_same_views_are_left_out(column: str) -> None:
    finer = REPORTING.replace("live_or_on_demand", column)
    assert not youtube_reporting.sniff(finer.encode(), "x.csv")
