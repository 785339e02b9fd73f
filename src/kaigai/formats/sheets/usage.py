"""The columns of charts and of plays by day and territory."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from kaigai.formats.sheets.headers import Column, Vocabulary, plain

#: A field's spellings, the best first: where two columns fit, the better one is taken.
FIELDS: Final[Mapping[str, str]] = {
    "day": "date|chart date|day|日付|集計日|対象日|チャート日付|年月日|日|snapshot date|"
    "report date|reporting date|week|week date|week of|week ending|集計週|週|month|月|対象月|"
    "利用月|file date|collected|date collected",
    "service": "service|platform|dsp|store|サービス|サービス名|配信サービス|配信サービス名|ストア|"
    "ストア名|プラットフォーム|retailer|source|媒体",
    "territory": "territory|country|country code|region|market|storefront|country region|国|"
    "国名|国コード|国・地域|地域|テリトリー|配信国|territory code|iso2|location|geography|地理",
    "chart": "chart|chart name|チャート|チャート名|ランキング名|playlist",
    "rank": "rank|position|chart position|chart rank|daily rank|順位|ランク|ランキング|pos|"
    "current rank|今週順位|本日順位",
    "streams": "streams|plays|stream count|play count|再生数|ストリーム数|ストリーミング数|"
    "再生回数|ストリーミング再生数|daily streams|total streams",
    "views": "views|view count|視聴回数|動画再生数|動画再生回数|video views",
    "listeners": "listeners|リスナー数|リスナー|unique listeners|ユニークリスナー",
    "saves": "saves|保存数|お気に入り数|save count",
    "title": "title|track|track name|song|song name|song title|track title|曲名|楽曲名|タイトル|"
    "楽曲タイトル|トラック名|トラックタイトル|name|動画のタイトル|video title",
    "artist": "artist|artists|artist name|artist names|performer|アーティスト|アーティスト名|歌手|"
    "歌手名|main artist|channel title|channel name|チャンネル名",
    "isrc": "ISRC|ISRCコード|ISRC code|track ISRC",
    "video": "video id|video|video url|YouTube id|YouTube video id|動画ID|動画URL|動画|コンテンツ|"
    "YouTube URL|YouTube",
}  # fmt: skip

MEASURES: Final = ("rank", "streams", "views", "listeners", "saves")
_SUBJECT: Final = frozenset({"title", "artist", "isrc", "video"})
_PLACE: Final = frozenset({"territory", "chart"})

VOCABULARY: Final = Vocabulary(FIELDS)


def columns(
    headers: Sequence[str], mapping: Mapping[str, str] | None = None
) -> tuple[Column, ...]:
    """What each header of a chart means; of two that mean the same the better spelling stays."""
    found = VOCABULARY.columns(headers, mapping)
    order = {spelling: place for place, spelling in enumerate(VOCABULARY.known)}
    best: dict[str, tuple[int, Column]] = {}
    for column in found:
        if column.field:
            place = _place(order, column, mapping)
            if column.field not in best or place < best[column.field][0]:
                best[column.field] = (place, column)
    kept = {column.index for _, column in best.values()}
    return tuple(
        column if column.index in kept else Column(column.index, column.header, None)
        for column in found
    )


def is_usage(found: Iterable[Column]) -> bool:
    """Whether these columns count plays or ranks: a day, a place, a measure and a thing."""
    fields = {column.field for column in found if column.field}
    return (
        "day" in fields
        and bool(fields & _PLACE)
        and bool(fields & set(MEASURES))
        and bool(fields & _SUBJECT)
    )


def _place(order: Mapping[str, int], column: Column, mapping: Mapping[str, str] | None) -> int:
    if mapping and column.header in mapping:
        return -1
    return order.get(plain(column.header), len(order))
