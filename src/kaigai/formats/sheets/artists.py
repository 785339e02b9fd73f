"""The columns of a list of artists: spellings, home, identifiers and official channels."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from kaigai.formats.sheets.catalogue_words import QUALIFIERS
from kaigai.formats.sheets.headers import Column, Vocabulary

NAMED: Final = frozenset({"name", "any_name"})

FIELDS: Final[Mapping[str, str]] = {
    "name": "アーティスト名|アーティスト|アーチスト名|アーチスト|バンド名|グループ名|ユニット名|"
    "芸名|artist|artist name|band|band name|stage name|act",
    "any_name": "名前|名称|氏名|表示名|name|display name",
    "home": "出身国|出身|国|国籍|国名|国コード|本拠地|活動拠点|拠点国|本国|home territory|home|"
    "country|home country|country code|origin|nationality|country of origin|territory",
    "alias": "別名|別表記|別名義|エイリアス|略称|旧名|旧名義|旧表記|別称|通称|表記ゆれ|alias|"
    "aliases|aka|a.k.a.|also known as|other names|former name|former names|alternative names|"
    "alternate names|other spellings",
    "isni": "ISNI|ISNIコード|ISNI番号|ISNI code",
    "mbid": "MBID|MusicBrainz|MusicBrainz ID|MusicBrainz artist id|MusicBrainz URL|artist MBID",
    "ipi": "IPI|IPI番号|IPI name number|IPI number|IPIコード|CAE/IPI|CAE|IPI/CAE",
    "channel": "公式チャンネル|公式チャンネルID|公式チャンネルURL|公式YouTubeチャンネルID|"
    "公式YouTubeチャンネルURL|公式YouTube URL|YouTubeチャンネルURL|公式YouTube|"
    "公式YouTubeチャンネル|YouTubeチャンネル|チャンネル|"
    "YouTubeチャンネルID|チャンネルID|チャンネルURL|YouTube公式|channel|channel id|channel url|"
    "YouTube channel|YouTube channel id|YouTube channel url|official channel|official YouTube|"
    "official YouTube channel|YouTube",
    "kind": "種別|形態|タイプ|区分|アーティスト種別|type|kind|artist type",
    "own_id": "アーティストID|アーティストコード|管理番号|artist id|artist code",
}  # fmt: skip

VOCABULARY: Final = Vocabulary(FIELDS, NAMED, QUALIFIERS, frozenset({"alias", "channel"}))

#: Every field that a mapping may name.
ALL_FIELDS: Final = frozenset(FIELDS) - {"any_name"} | {
    f"name{end}" for end in (*QUALIFIERS, "_other")
}

_TELLING: Final = frozenset(
    {"alias", "isni", "mbid", "ipi", "channel", "name_kana", "name_latin", "name_english"}
)


def columns(
    headers: Sequence[str], mapping: Mapping[str, str] | None = None
) -> tuple[Column, ...]:
    """What each header of a list of artists means; a second column of names is `name_other`."""
    found = VOCABULARY.columns(headers, mapping)
    told = [_told(column) for column in found]
    names = [column for column in told if column.field == "name"]
    first = next((column for column in names if not column.header.isascii()), None)
    first = first or (names[0] if names else None)
    return tuple(
        Column(each.index, each.header, "name_other")
        if each.field == "name" and each is not first
        else each
        for each in told
    )


def is_artists(found: Iterable[Column]) -> bool:
    """Whether these columns list artists; a bare `name` needs a column that only artists have."""
    listed = tuple(found)
    fields = {column.field for column in listed if column.field}
    named = any(
        column.field == "name" and VOCABULARY.field_of(column.header) != "any_name"
        for column in listed
    )
    if named:
        return len(fields) >= 2
    return "name" in fields and bool(fields & _TELLING)


def _told(column: Column) -> Column:
    field = column.field or ""
    if field.startswith("any_name"):
        return Column(column.index, column.header, "name" + field.removeprefix("any_name"))
    return column
