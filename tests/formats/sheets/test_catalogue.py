"""What the headers of a catalogue are taken for, alone and beside others."""

import pytest

from kaigai.formats.sheets.catalogue import ALL_FIELDS, columns, is_catalogue, is_statement

ALONE = {
    "品番": "catalog_number", "ＪＡＮコード": "gtin", "ＪＡＮ": "gtin", "UPC": "gtin",
    "GTIN-13": "gtin",
    "ＩＳＲＣ": "isrc", "ISRCコード": "isrc", "※ISRC": "isrc", "楽曲名": "title", "曲名": "title",
    "トラックタイトル": "title", "Track Title": "title", "楽曲名カナ": "title_kana",
    "曲名ヨミ": "title_kana", "曲名(ﾖﾐ)": "title_kana", "曲名よみがな": "title_kana",
    "曲名の読み": "title_kana", "英語曲名": "title_english", "曲名（英語）": "title_english",
    "Track title (English)": "title_english", "曲名ローマ字": "title_latin",
    "Romanised track title": "title_latin", "曲名(韓国語)": "title:ko",
    "曲名 繁体字": "title:zh-Hant", "アーティスト名": "artist", "ｱｰﾃｨｽﾄ名": "artist",
    "アーティスト名カナ": "artist_kana", "アーティスト英語表記": "artist_english",
    "アーティスト名英字": "artist_latin", "アルバム名": "release_title",
    "商品名称": "release_title",
    "商品名称カナ": "release_title_kana", "規格番号": "catalog_number", "発売日": "release_day",
    "発売日(YYYY/MM/DD)": "release_day", "Release Date": "release_day",
    "オリジナル発売日": "original_day", "トラック番号": "position", "Track No.": "position",
    "曲順": "position", "ディスク": "disc", "DISC No": "disc", "収録曲数": "track_count",
    "Track count": "track_count", "時間": "duration", "時間（分：秒）": "duration",
    "Duration": "duration", "Duration (ms)": "duration_ms", "再生時間(秒)": "duration_s",
    "リリース種別": "release_type", "配信地域": "territories", "Territories": "territories",
    "除外地域": "excluded", "配信開始日": "start_day", "配信終了日": "end_day",
    "YouTube動画URL": "video", "動画ID": "video", "作曲": "composer", "作曲者2": "composer",
    "作詞": "lyricist", "作詞/作曲": "writer", "編曲": "arranger", "レーベル名": "label",
    "本体価格": None, "Artist ID": None, "備考": None, "": None, "Song 1": None,
}  # fmt: skip


@pytest.mark.parametrize(("header", "field"), ALONE.items())
def test_a_header_alone(header: str, field: str | None) -> None:
    (column,) = columns([header])
    assert column.field == field
    assert field is None or field in ALL_FIELDS


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        ("タイトル,JAN,アーティスト", "release_title,gtin,artist"),
        ("タイトル,ISRC,アーティスト", "title,isrc,artist"),
        ("タイトル,アルバム,時間", "title,release_title,duration"),
        ("タイトル名,タイトル名カナ,曲名", "release_title,release_title_kana,title"),
        ("曲名,Title", "title,title_other"),
        ("Title,曲名", "title_other,title"),
        ("曲名/Title,アーティスト/Artist", "title,artist"),
        ("アーティスト,Artist", "artist,artist_other"),
        ("曲名,カナ,アーティスト,カナ", "title,title_kana,artist,artist_kana"),
        ("曲名,フリガナ,ローマ字,英語", "title,title_kana,title_latin,title_english"),
        ("曲名,ISRC,カナ", "title,isrc,"),
        ("Track,Artist,ISRC", "title,artist,isrc"),
        ("Track,Title,ISRC", "position,title,isrc"),
        ("Track title,English title", "title,title_english"),
        ("作曲者1,作曲者2", "composer,composer"),
    ],
)
def test_headers_beside_each_other(row: str, fields: str) -> None:
    found = [column.field or "" for column in columns(row.split(","))]
    assert found == fields.split(",")


def test_a_mapping_decides() -> None:
    found = columns(["謎", "曲名", "備考"], {"謎": "isrc", "曲名": "", "ﾋﾞｺｳ": "label"})
    assert [column.field for column in found] == ["isrc", None, None]
    assert columns(["備　考"], {"備考": "label"})[0].field == "label"


@pytest.mark.parametrize(
    ("row", "is_one"),
    [
        ("ISRC,曲名,アーティスト", True),
        ("商品名称,JAN,発売日", True),
        ("曲名,アーティスト", False),
        ("JAN,品番,発売日", False),
        ("ISRC,曲名,アーティスト,数量", False),
        ("name,city,country,lat,lon", False),
    ],
)
def test_three_known_columns_make_a_catalogue(row: str, is_one: bool) -> None:
    assert is_catalogue(columns(row.split(","))) is is_one


def test_a_statement_is_known() -> None:
    assert is_statement(columns(["Title", "ISRC", "Quantity", "Earnings (USD)"]))
    assert not is_statement(columns(["Title", "ISRC", "Artist"]))
