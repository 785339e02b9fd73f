"""Where a video is open, and the names that it goes by."""

from typing import Any

import pytest

from kaigai.formats.youtube.fields import Fields
from kaigai.formats.youtube.resources import video_from
from kaigai.sources.reader import Rows
from kaigai.sources.youtube.rows import video_parts
from kaigai.terms.territories import count, mask_id, mask_of
from tests.sources.reading import DATED


def rows(item: dict[str, Any]) -> tuple[dict[str, list[Any]], Fields]:
    fields = Fields("/items/0", {"id": "cW8VLC9nnTo", **item})
    video = video_from(fields)
    assert video is not None
    parts = [part for part in video_parts(video, fields, DATED) if isinstance(part, Rows)]
    return {part.table: list(part.rows) for part in parts}, fields


@pytest.mark.parametrize(
    ("region", "n"),
    [
        (None, None),
        ({}, None),
        ({"blocked": []}, None),
        ({"blocked": ["RU", "BY"]}, 247),
        ({"allowed": ["JP", "US"]}, 2),
        ({"allowed": []}, 0),
        ({"allowed": ["JP", "US"], "blocked": ["US"]}, 1),
        ({"blocked": ["XK"]}, 249),
    ],
)
def test_where_a_video_is_open(region: object, n: int | None) -> None:
    content = {"duration": "PT3M"} | ({"regionRestriction": region} if region is not None else {})
    found, fields = rows({"contentDetails": content})
    (video,) = found["videos"]
    if n is None:
        assert video["territory_set_id"] is None
        assert "territory_sets" not in found
    else:
        (place,) = found["territory_sets"]
        assert place["n"] == n
        assert video["territory_set_id"] == place["territory_set_id"]
    assert fields.odd == []


def test_unknown_codes_are_told_and_the_others_used() -> None:
    region = {"allowed": ["JP", "ZZ", "ES-CN"]}
    found, fields = rows({"contentDetails": {"regionRestriction": region}})
    assert found["videos"][0]["territory_set_id"] == mask_id(mask_of(["JP"]))
    assert [(odd.place, odd.found) for odd in fields.odd] == [
        ("/items/0/contentDetails/regionRestriction/allowed", "['ZZ', 'ES-CN']")
    ]
    assert count(mask_of(["JP"])) == 1


def test_names() -> None:
    snippet = {
        "title": "青い灯「夜の海」MV",
        "description": "夜" * 600,
        "defaultLanguage": "ja",
    }
    localised = {"en": {"title": "Night Sea"}, "ko": {"description": "x"}}
    found, _ = rows({"snippet": snippet, "localizations": localised})
    names = {(name["text"][:12], name["language"], name["role"]) for name in found["names"]}
    assert names == {
        ("青い灯「夜の海」MV", "ja", "display"),
        ("青い灯", None, "title_part"),
        ("夜の海", None, "title_part"),
        ("夜" * 12, "ja", "description"),
        ("Night Sea", "en", "localised"),
    }
    lengths = {name["role"]: len(name["text"]) for name in found["names"]}
    assert lengths["description"] == 500
    official = {name["role"]: name["is_official"] for name in found["names"]}
    assert (official["title_part"], official["display"]) == (False, True)
