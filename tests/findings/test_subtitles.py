"""What is known of subtitles: drafts and failures are not seen, and unlisted is not none."""

from typing import Any

import pytest

from kaigai.findings.subtitles import known, published, written
from tests.conftest import found, table

VIDEO = {"video_id": "V", "is_official": True, "has_captions": True}
TRACK = {"video_id": "V", "language": "ja", "track_kind": "standard"}


@pytest.mark.parametrize(
    ("track", "languages"),
    [
        ({}, ["ja"]),
        ({"is_draft": False, "status": "serving"}, ["ja"]),
        ({"track_kind": None}, ["ja"]),
        ({"is_draft": True}, []),
        ({"status": "failed"}, []),
        ({"track_kind": "ASR"}, []),
        ({"track_kind": "forced"}, []),
    ],
)
def test_written(track: dict[str, Any], languages: list[str]) -> None:
    captions = table("captions", {**TRACK, **track})
    assert found(written(captions, table("placed_videos", VIDEO)), "language") == languages


def test_nothing_is_written_where_no_captions_were_read() -> None:
    assert found(written(None, table("placed_videos", VIDEO)), "language") == []


def test_published_keeps_what_viewers_can_choose() -> None:
    tracks = published(table("captions", TRACK, {**TRACK, "language": "en", "is_draft": True}))
    assert found(tracks, "language") == ["ja"]


@pytest.mark.parametrize(
    ("video", "listed", "expected"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"has_captions": False}, False, True),
        ({"has_captions": None}, False, False),
        ({"is_official": None}, True, True),
        ({"is_official": None, "has_captions": False}, False, False),
        ({"is_official": False}, True, False),
    ],
)
def test_known(video: dict[str, Any], listed: bool, expected: bool) -> None:
    captions = table("captions", *([TRACK] if listed else []))
    rows = known(table("placed_videos", {**VIDEO, **video}), captions)
    assert (found(rows, "video_id") == ["V"]) is expected
    if not listed:
        unread = known(table("placed_videos", {**VIDEO, **video}), None)
        assert (found(unread, "video_id") == ["V"]) is expected
