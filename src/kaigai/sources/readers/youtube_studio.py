"""Reads YouTube Studio's tables, English or Japanese: by video, by territory, by day.

A table says neither its period nor its channel: the zip that Studio makes does
(`Content 2026-04-01_2026-07-01 CHANNEL.zip`), and so does the folder it is unpacked to.
"""

from collections.abc import Iterator
from dataclasses import replace

from kaigai.formats.reports.measures import Measure
from kaigai.formats.reports.spec import Report
from kaigai.sources.reader import Part, Source, reader
from kaigai.sources.reports.statements import FEEDS, read_report, sniffer
from kaigai.terms.text import Text

DATES = r"(?P<start>\d{4}-\d\d-\d\d)_(?P<until>\d{4}-\d\d-\d\d)"

#: Columns that any of the tables may have.
SHARED = {
    "views": "Views|視聴回数",
    "engaged_views": "Engaged views|エンゲージ ビュー|エンゲージビュー",
    "watch_hours": "Watch time (hours)|総再生時間（単位: 時間）|総再生時間(時間)",
    "amount": "Estimated revenue ({currency})|推定収益 ({currency})|Your estimated revenue "
    "({currency})",
}
CONTENT = Report(
    reporter="youtube-studio",
    columns={
        "video": "Content|コンテンツ|Video|動画",
        "title": "Video title|動画のタイトル",
        "duration": "Duration|長さ",
        "period": "Date|日付",
        **SHARED,
    },
    measures={
        "views": Measure("views"),
        "engaged_views": Measure("engaged_views"),
        "watch_hours": Measure("watch_minutes", times=60),
    },
    needs="video title views",
    without="Traffic source|トラフィック ソース|Channel|チャンネル",
    period="day",
    file_name=(rf"{DATES} +(?P<account>[^/]+?)(?:\.zip!?)?(?: \(\d+\))?/", DATES),
    always={"service": "YouTube"},
    part="content",
)
CONTENT_BY_DAY = replace(CONTENT, needs="period video title views", part="content-by-day")
TERRITORIES = replace(
    CONTENT,
    columns={
        "territory": "Geography|地域|国|国/地域|Country|地理",
        "period": "Date|日付",
        **SHARED,
    },
    needs="territory views",
    telling="",
    subject="channel",
    without=f"{CONTENT.without}|City|都市|Viewer age|視聴者の年齢|Rank|順位|Video title|"
    "動画のタイトル|Title|Artist",
    part="territories",
)
TERRITORIES_BY_DAY = replace(
    TERRITORIES, needs="period territory views", part="territories-by-day"
)
DAYS = replace(
    CONTENT,
    columns={"period": "Date|日付", **SHARED},
    needs="period views",
    only=True,
    subject="channel",
    part="by-day",
)
LAYOUTS = (CONTENT_BY_DAY, CONTENT, TERRITORIES_BY_DAY, TERRITORIES, DAYS)


@reader(
    "youtube-studio",
    about=Text(
        en="YouTube Studio's tables (Japanese or English): by video, by territory, by day.",
        ja="YouTube Studioの表(日本語・英語): 動画別・地域別・日別です。",
    ),
    feeds=FEEDS,
    licence="platform-terms",
    sniff=sniffer(*LAYOUTS),
    order=21,
)
def youtube_studio(source: Source) -> Iterator[Part]:
    yield from read_report(source, *LAYOUTS)
