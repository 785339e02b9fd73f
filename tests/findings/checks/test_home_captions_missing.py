"""The check for home subtitles asks for tracks by people, where tracks are known."""

from typing import Any

import pytest

from kaigai.facts.settings import Settings
from kaigai.findings.checks.home_captions_missing import home_captions_missing
from tests.conftest import found, table


def asked(
    *captions: dict[str, Any], has_captions: bool | None = True, official: bool | None = True
) -> list[str]:
    video = {"video_id": "V", "title": "夜明け", "is_official": official,
             "has_captions": has_captions}  # fmt: skip
    tracks = [{"video_id": "V", "track_kind": "standard", **each} for each in captions]
    rows = home_captions_missing.ask(
        table("placed_videos", video), Settings(), table("captions", *tracks)
    )
    return found(rows, "video_id")


def test_finds_subtitles_without_the_home_language() -> None:
    assert asked({"language": "en"}) == ["V"]


def test_automatic_captions_do_not_count() -> None:
    assert asked({"language": "ja", "track_kind": "asr"}) == ["V"]


def test_finds_a_video_told_to_have_none() -> None:
    assert asked(has_captions=False) == ["V"]


@pytest.mark.parametrize("language", ["ja", "ja-JP", "ja-Hrkt"])
def test_passes_home_subtitles(language: str) -> None:
    assert asked({"language": language}, {"language": "en"}) == []


@pytest.mark.parametrize("has_captions", [True, None])
def test_what_nobody_listed_is_not_known(has_captions: bool | None) -> None:
    assert asked(has_captions=has_captions) == []


@pytest.mark.parametrize("official", [False, None])
def test_videos_of_others_are_not_asked(official: bool | None) -> None:
    assert asked(has_captions=False, official=official) == []


def test_captions_need_not_have_been_read() -> None:
    video = {"video_id": "V", "title": "夜明け", "is_official": True, "has_captions": False}
    rows = home_captions_missing.ask(table("placed_videos", video), Settings())
    assert found(rows, "video_id") == ["V"]
