"""Names, numbers and credits of MusicBrainz entities, and what is not trusted."""

from typing import Any

import pytest

from kaigai.formats.musicbrainz.entities import Name, artist_from, entity_from, within

ONE = "00000000-0000-4000-8000-000000000001"
PERSON = {
    "id": ONE, "name": "佐藤ユキ", "sort-name": "Sato, Yuki", "type": "Person", "country": "JP",
    "isnis": ["0000999000000067", "bad"],
}  # fmt: skip


def alias(name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "sort-name": name, "locale": None, "primary": None, **more}


def names(**item: Any) -> set[tuple[str, str, str | None]]:
    artist = artist_from({**PERSON, **item})
    assert artist is not None
    return {(each.text, each.role, each.language) for each in artist.names}


def test_an_artist_with_its_identifiers() -> None:
    artist = artist_from(PERSON)
    assert artist is not None
    assert (artist.mbid, artist.kind, artist.territory) == (ONE, "person", "JP")
    assert artist.isni == "0000999000000067"
    assert Name("Yuki Sato", "latin", "ja-Latn") in artist.names


def test_an_area_tells_the_country_where_there_is_none() -> None:
    by_area = {**PERSON, "country": None, "area": {"iso-3166-1-codes": ["KR"]}}
    assert artist_from(by_area).territory == "KR"  # type: ignore[union-attr]
    odd = {**PERSON, "country": "XW", "area": 3}
    assert artist_from(odd).territory is None  # type: ignore[union-attr]


def test_the_primary_alias_of_a_language_takes_its_place() -> None:
    english = alias("YUKI", locale="en", primary=True)
    assert ("YUKI", "english", "en") in names(aliases=[english])
    assert ("YUKI", "alias", "en") in names(aliases=[{**english, "primary": False}])
    korean = alias("사토 유키", locale="ko", primary=True)
    assert ("사토 유키", "translated", "ko") in names(aliases=[korean])
    latin = alias("Satō Yuki", locale="ja_Latn", primary=True)
    assert ("Satō Yuki", "latin", "ja-Latn") in names(aliases=[latin])


def test_kana_that_an_alias_sorts_by_is_a_reading() -> None:
    kana = alias("佐藤ユキ", locale="ja", primary=True, **{"sort-name": "サトウ ユキ"})
    assert ("サトウ ユキ", "reading", "ja-Hrkt") in names(aliases=[kana])


def test_search_hints_and_former_names_are_left_out() -> None:
    hints = [alias("yukii", type="Search hint"), alias("Old", ended=True), alias(""), {"x": 1}]
    assert names(aliases=hints) == names()


def test_a_latin_name_is_not_romanised_once_more() -> None:
    assert names(name="YOAKE", **{"sort-name": "YOAKE"}) == {("YOAKE", "alias", None)}


@pytest.mark.parametrize(
    ("kind", "fields", "numbers"),
    [
        ("recording", {"isrcs": ["JPZZ92400001", "nonsense", 3]}, ("JPZZ92400001",)),
        ("release", {"barcode": "9520000000004"}, ("9520000000004",)),
        ("release", {"barcode": "123"}, ()),
        ("work", {"iswcs": ["T-034.524.680-1"]}, ("T0345246801",)),
        ("work", {"iswcs": None}, ()),
    ],
)
def test_numbers(kind: str, fields: dict[str, Any], numbers: tuple[str, ...]) -> None:
    entity = entity_from(kind, {"id": ONE, "title": "海の歌", **fields})
    assert entity is not None
    assert entity.numbers == numbers


@pytest.mark.parametrize(
    "item",
    [
        {"id": "no", "title": "A", "name": "A"},
        {"id": ONE, "title": " ", "name": ""},
        {"id": ONE, "title": 3, "name": []},
        {"id": ONE, "title": "x" * 5_000, "name": "x" * 5_000},
    ],
)
def test_without_an_mbid_or_a_name_it_is_none(item: dict[str, Any]) -> None:
    assert entity_from("recording", item) is None
    assert artist_from(item) is None


def test_what_an_entity_holds() -> None:
    recording = {"id": ONE, "title": "A"}
    release = {"media": [{"tracks": [{"recording": recording}, {"recording": None}, 3]}, None]}
    assert list(within("release", release)) == [("recording", recording)]
    related = {"releases": [recording], "relations": [{"work": recording}, {"work": 1}]}
    assert list(within("recording", related)) == [("release", recording), ("work", recording)]
