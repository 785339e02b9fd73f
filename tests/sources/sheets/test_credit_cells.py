"""Who made a recording, out of the cells of a row."""

import pytest

from kaigai.sources.readers.catalogue_sheet import catalogue_sheet
from kaigai.sources.sheets.credit_cells import without_guests
from tests.sources.reading import read, source


@pytest.mark.parametrize(
    ("text", "artist", "guests"),
    [
        ("灯 feat. ミサ", "灯", ("ミサ",)),
        ("灯(feat. ミサ)", "灯", ("ミサ",)),
        ("Aoi ft. A & B", "Aoi", ("A", "B")),
        ("灯 [featuring ミサ、ヨシ]", "灯", ("ミサ", "ヨシ")),
        ("Defeat. Again", "Defeat. Again", ()),
        ("Feather", "Feather", ()),
        ("feat. ミサ", "feat. ミサ", ()),
        ("A × B", "A × B", ()),
    ],
)
def test_guests(text: str, artist: str, guests: tuple[str, ...]) -> None:
    assert without_guests(text) == (artist, guests)


def test_roles_and_parties() -> None:
    found = read(
        catalogue_sheet,
        source(
            "ISRC,曲名,アーティスト,作詞,作曲,作曲,編曲\n"
            "JPPO02300001,夜,灯 feat. ミサ,山田太郎,山田太郎、鈴木,佐藤,-\n"
        ),
    )
    assert found.column("credits", "name", "role", "position") == [
        ("灯", "main", 1),
        ("ミサ", "featured", 2),
        ("山田太郎", "composer", 3),
        ("鈴木", "composer", 4),
        ("佐藤", "composer", 5),
        ("山田太郎", "lyricist", 6),
    ]
    kinds = {row["party_id"]: row["kind"] for row in found.tables["parties"]}
    assert kinds == {
        "name:灯": "artist",
        "name:ミサ": "artist",
        "name:山田太郎": "contributor",
        "name:鈴木": "contributor",
        "name:佐藤": "contributor",
    }
    assert found.column("recordings", "artist", "party_id") == [("灯 feat. ミサ", "name:灯")]


def test_who_sings_and_writes_is_an_artist() -> None:
    text = "ISRC,曲名,アーティスト,作曲\nJPPO02300001,夜,A,灯\nJPPO02300002,海,灯,灯\n"
    found = read(catalogue_sheet, source(text))
    assert dict(found.column("parties", "party_id", "kind"))["name:灯"] == "artist"
