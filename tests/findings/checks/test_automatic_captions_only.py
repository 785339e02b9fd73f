"""The check for automatic captions passes videos with one track by people, and unlisted ones."""

from typing import Any

import pytest

from kaigai.findings.checks.automatic_captions_only import automatic_captions_only
from tests.conftest import found, table

ASR = {"video_id": "V", "language": "ja", "track_kind": "asr"}
WRITTEN = {"video_id": "V", "language": "en", "track_kind": "standard"}


def asked(*captions: dict[str, Any], official: bool | None = True) -> list[str]:
    video = {"video_id": "V", "title": "夜明け", "is_official": official, "has_captions": True}
    rows = automatic_captions_only.ask(table("placed_videos", video), table("captions", *captions))
    return found(rows, "video_id")


def test_finds_speech_recognition_alone() -> None:
    assert asked(ASR, {**ASR, "language": "en", "track_kind": "ASR"}) == ["V"]


def test_a_draft_or_failed_track_is_seen_by_nobody() -> None:
    assert asked(ASR, {**WRITTEN, "is_draft": True}) == ["V"]
    assert asked(ASR, {**WRITTEN, "status": "failed"}) == ["V"]


def test_passes_a_video_with_a_track_by_people() -> None:
    assert asked(ASR, WRITTEN) == []
    assert asked(ASR, {**WRITTEN, "is_draft": False, "status": "serving"}) == []


def test_passes_what_is_not_known() -> None:
    assert asked() == []
    assert asked(ASR, {**WRITTEN, "track_kind": None}) == []


@pytest.mark.parametrize(("official", "expected"), [(False, []), (None, ["V"])])
def test_listed_captions_are_our_own_unless_the_channel_is_not(
    official: bool | None, expected: list[str]
) -> None:
    assert asked(ASR, official=official) == expected
