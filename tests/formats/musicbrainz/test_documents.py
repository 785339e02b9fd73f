"""Replies of MusicBrainz in every shape that people save them in, and damaged ones."""

import json
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaigai.formats.musicbrainz import documents
from kaigai.formats.musicbrainz.documents import BrokenJson, entities, kind_of

ONE = "00000000-0000-4000-8000-000000000001"
TWO = "00000000-0000-4000-8000-000000000002"
ARTIST = {"id": ONE, "name": "夜明け楽団", "sort-name": "Yoake Gakudan"}
RECORDING = {"id": TWO, "title": "海の歌", "isrcs": []}


def found(content: bytes) -> list[tuple[str, str]]:
    return [
        (each.place, "broken") if isinstance(each, BrokenJson) else each[:2]
        for each in entities(BytesIO(content))
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (ARTIST, [("/", "artist")]),
        ({"recordings": [RECORDING], "count": 1}, [("/recordings/0", "recording")]),
        ([ARTIST, {"artists": [ARTIST]}], [("/0", "artist"), ("/1/artists/0", "artist")]),
        ({"works": [None, 3, "x"], "labels": [ARTIST]}, []),
        ([], []),
        (3, []),
    ],
)
def test_every_shape(value: Any, expected: list[tuple[str, str]]) -> None:
    assert found(json.dumps(value).encode()) == expected


def test_one_a_line_and_a_broken_line_among_them() -> None:
    lines = [json.dumps(ARTIST), "{broken", json.dumps(RECORDING)]
    assert found("\n".join(lines).encode()) == [
        ("line 1", "artist"),
        ("line 2", "broken"),
        ("line 3", "recording"),
    ]


def test_marks_of_encodings() -> None:
    text = json.dumps(ARTIST, ensure_ascii=False)
    assert found(text.encode("utf-8-sig")) == [("/", "artist")]
    assert found(text.encode("utf-16")) == [("/", "artist")]


def test_too_large_too_deep_and_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(b"[" * 100_000) == [("file", "broken")]
    assert found(json.dumps(ARTIST).encode()[:-5]) == [("file", "broken")]
    monkeypatch.setattr(documents, "LARGEST", 20)
    assert found(json.dumps(ARTIST).encode()) == [("file", "broken")]


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"sort-name": "A"}, "artist"),
        ({"sort-name": "A", "label-code": 1}, None),
        ({"sort-name": "Japan", "iso-3166-1-codes": ["JP"]}, None),
        ({"title": "A", "iswcs": []}, "work"),
        ({"title": "A", "length": None, "video": False}, "recording"),
        ({"title": "A", "barcode": None}, "release"),
        ({"title": "A", "primary-type": "Album"}, None),
        ({"title": "A"}, None),
    ],
)
def test_what_an_entity_is(fields: dict[str, Any], kind: str | None) -> None:
    assert kind_of({"id": ONE, **fields}) == kind
    assert kind_of(fields) is None


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_no_bytes_break_it(content: bytes) -> None:
    list(entities(BytesIO(content)))
