"""What the headers of charts and plays are taken for."""

import pytest

from kaigai.formats.sheets.usage import columns, is_usage


@pytest.mark.parametrize(
    ("row", "fields", "is_one"),
    [
        ("date,country,position,song,artist", "day,territory,rank,title,artist", True),
        ("chart,file_date,chart_date,rank,title", "chart,,day,rank,title", True),
        ("chart_date,country,chart_position,song,performer,streams",
         "day,territory,rank,title,artist,streams", True),
        ("month,service,territory,isrc,video_id,streams,views",
         "day,service,territory,isrc,video,streams,views", True),
        ("集計日,サービス,国・地域,ISRC,再生数", "day,service,territory,isrc,streams", True),
        ("日付,国,順位,曲名,アーティスト名", "day,territory,rank,title,artist", True),
        ("date,streams", "day,streams", False),
        ("date,country,rank", "day,territory,rank", False),
        ("ISRC,曲名,アーティスト,発売日", "isrc,title,artist,", False),
    ],
)  # fmt: skip
def test_headers(row: str, fields: str, is_one: bool) -> None:
    found = columns(row.split(","))
    assert [column.field or "" for column in found] == fields.split(",")
    assert is_usage(found) is is_one


def test_a_mapping_beats_a_better_spelling() -> None:
    found = columns(["date", "tag", "rank"], {"tag": "day"})
    assert [column.field for column in found] == [None, "day", "rank"]
