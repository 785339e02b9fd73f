"""What the headers of a list of artists are taken for."""

import pytest

from kaigai.formats.sheets.artists import ALL_FIELDS, columns, is_artists


@pytest.mark.parametrize(
    ("row", "fields", "is_one"),
    [
        ("アーティスト名,国", "name,home", True),
        ("アーティスト名,カナ,英字", "name,name_kana,name_latin", True),
        ("アーティスト名,アーティスト名カナ,アーティスト名英字,別名,本拠地,ISNI,公式YouTubeチャンネルID",
         "name,name_kana,name_latin,alias,home,isni,channel", True),
        ("アーティスト,Artist,ISNI", "name,name_other,isni", True),
        ("Artist,アーティスト", "name_other,name", True),
        ("name,country,genre", "name,home,", False),
        ("name,ISNI", "name,isni", True),
        ("名前,ヨミ", "name,name_kana", True),
        ("artist,country,genre", "name,home,", True),
        ("ISNI,国", "isni,home", False),
        ("別名1,別名2", "alias,alias", False),
    ],
)  # fmt: skip
def test_headers(row: str, fields: str, is_one: bool) -> None:
    found = columns(row.split(","))
    assert [column.field or "" for column in found] == fields.split(",")
    assert is_artists(found) is is_one
    assert {column.field for column in found if column.field} <= ALL_FIELDS
