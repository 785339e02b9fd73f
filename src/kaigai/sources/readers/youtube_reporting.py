"""Reads the YouTube Reporting API's daily files: plays by video and territory; asset lists.

Of the many reports only the basic ones are taken: others split up the same views (by traffic
source, device, playback location) and would count them again.
"""

from collections.abc import Iterator
from dataclasses import replace

from kaigai.formats.reports.measures import Measure
from kaigai.formats.reports.spec import Report
from kaigai.sources.reader import Part, Source, reader
from kaigai.sources.reports.statements import FEEDS, read_report, sniffer
from kaigai.terms.text import Text

FINER = (
    "traffic_source_type|playback_location_type|device_type|operating_system|sharing_service|"
    "subtitle_language|age_group|gender|province_code|playlist_id|card_type|end_screen_element_type|"
    "annotation_type|audience_retention_type|elapsed_video_time_ratio"
)  # fmt: skip

CHANNEL = Report(
    reporter="youtube-reporting",
    columns={
        "period": "date",
        "account": "channel_id",
        "video": "video_id",
        "territory": "country_code",
        "views": "views",
        "engaged_views": "engaged_views",
        "watch_minutes": "watch_time_minutes",
        "offer": "live_or_on_demand",
    },
    measures={
        "views": Measure("views"),
        "engaged_views": Measure("engaged_views"),
        "watch_minutes": Measure("watch_minutes"),
    },
    needs="period video territory views",
    telling="channel_id",
    without=f"{FINER}|claimed_status|uploader_type|asset_id",
    period="day",
    always={"service": "YouTube"},
    has_totals=False,
)
OWNER = replace(
    CHANNEL,
    columns={name: CHANNEL.columns[name] for name in CHANNEL.columns if name != "account"},
    telling="claimed_status|uploader_type",
    without=f"{FINER}|asset_id",
    always={"service": "YouTube", "account": "content-owner"},
)
#: Views of assets are views of videos once more: they are said by another reporter.
ASSET = replace(
    OWNER,
    reporter="youtube-reporting-assets",
    columns={**OWNER.columns, "asset": "asset_id"},
    needs="period asset territory views",
    telling="claimed_status|uploader_type",
    without=FINER,
)
ASSETS = Report(
    reporter="youtube-reporting-assets",
    columns={
        "asset": "asset_id",
        "isrc": "your_isrc|display_isrc|isrc",
        "isrc_2": "display_isrc|other_isrc",
        "title": "asset_title|title",
        "artist": "artist",
        "album": "album",
        "gtin": "upc",
        "daily_views": "approx_daily_views",
    },
    measures={"daily_views": Measure("approx_daily_views")},
    needs="asset daily_views",
    telling="asset_type",
    file_name=(r"(?P<period>20\d\d-?\d\d-?\d\d)",),
    period="day",
    always={"service": "YouTube", "window": "1day", "account": "content-owner"},
    has_totals=False,
    part="assets",
)


@reader(
    "youtube-reporting",
    about=Text(
        en="The YouTube Reporting API's basic reports of channels and content owners.",
        ja="YouTube Reporting APIの基本レポート(チャンネル、コンテンツ所有者)です。",
    ),
    feeds=FEEDS,
    licence="api-terms",
    sniff=sniffer(CHANNEL, OWNER, ASSET, ASSETS),
    order=21,
)
def youtube_reporting(source: Source) -> Iterator[Part]:
    yield from read_report(source, CHANNEL, OWNER, ASSET, ASSETS)
