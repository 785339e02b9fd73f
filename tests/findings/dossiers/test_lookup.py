"""What a person types is found by id, code, link, file or name in any spelling."""

from pathlib import Path

import pytest

from kaigai.facts.engine import Engine
from kaigai.facts.sql_cache import Warm
from kaigai.facts.store import Facts
from kaigai.findings.dossiers.lookup import find, suggestions
from tests.small_catalogue import ALBUM, CLIP, DAWN, GAKUDAN, SEA, SHEET, YUKI, small_catalogue


@pytest.fixture(scope="module")
def asking(audited: Path) -> Warm:
    """An engine over the audited workspace."""
    return Warm(Engine(Facts.open(audited)))


@pytest.mark.parametrize(
    ("text", "kind", "id"),
    [
        (DAWN, "recording", DAWN),
        ("JP-ZZ9-24-00001", "recording", DAWN),
        ("isrc jpzz92400001", "recording", DAWN),
        ("own:harbour:77", "recording", "own:harbour:77"),
        (ALBUM, "release", ALBUM),
        (f"0{ALBUM}", "release", ALBUM),
        ("hrbr-1001", "release", ALBUM),
        (CLIP, "video", CLIP),
        ("aaaaaaaaaaa", "video", CLIP),
        ("https://www.youtube.com/watch?v=aaaaaaaaaaa&t=3", "video", CLIP),
        (GAKUDAN, "artist", GAKUDAN),
        ("own:1", "artist", GAKUDAN),
        ("夜明け楽団", "artist", GAKUDAN),
        ("yoake GAKUDAN", "artist", GAKUDAN),
        ("Yōake-Gakudan", "artist", GAKUDAN),
        ("佐藤ユキ", "artist", YUKI),
        ("夜明け楽", "artist", GAKUDAN),
        ("灯り", "recording", "JPZZ92400003"),
        ("in/catalogue.csv", "origin", SHEET),
        ("catalogue.csv", "origin", SHEET),
        ("plays.zip!/plays.csv", "origin", "0b"),
        (SHEET, "origin", SHEET),
        (f"no-isrc:{'own:harbour:77'}", "finding", "no-isrc:own:harbour:77"),
    ],
)
def test_one_thing_is_found(asking: Warm, text: str, kind: str, id: str) -> None:
    assert [(each.kind, each.id) for each in find(asking, text)] == [(kind, id)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [("夜明け", "recording release"), ("よあけ", "recording"), ("umi no uta", "recording")],
)
def test_a_name_may_mean_several(asking: Warm, text: str, kinds: str) -> None:
    assert " ".join(each.kind for each in find(asking, text)) == kinds


@pytest.mark.parametrize("text", ["", " ", "!", "%", "nobody", "夜昼", "JPZZ99999999", "x" * 5000])
def test_nothing_is_found_where_nothing_is_meant(asking: Warm, text: str) -> None:
    assert find(asking, text) == []


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("yoake gakudn", GAKUDAN),
        ("Yoke Gakudan", GAKUDAN),
        ("JPZZ92400022", SEA),
        ("海の唄", None),
        ("zzzzzzzzzz", None),
    ],
)
def test_near_spellings_are_suggested(asking: Warm, text: str, nearest: str | None) -> None:
    near = suggestions(asking.engine, text)
    assert (near[0].id if near else None) == nearest


def test_before_an_audit_spellings_are_one_artist_already(tmp_path: Path) -> None:
    asking = Warm(Engine(small_catalogue(tmp_path)))
    assert [each.id for each in find(asking, "佐藤ユキ")] == [YUKI]
    assert [each.id for each in find(asking, "夜明け楽団")] == [GAKUDAN]


def test_an_empty_workspace_knows_nothing(tmp_path: Path) -> None:
    asking = Warm(Engine(Facts.open(tmp_path, create=True)))
    assert find(asking, "夜明け") == []
    assert suggestions(asking.engine, "夜明け") == []
