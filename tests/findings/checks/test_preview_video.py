"""The check for short versions compares with the recording, else by habit and by title."""

from typing import Any

import pytest

from kaigai.facts.settings import DEFAULTS
from kaigai.findings.checks.preview_video import preview_video
from tests.conftest import found, table

RECORDINGS = (
    {"recording_id": "song", "duration_ms": 240_000},
    {"recording_id": "short song", "duration_ms": 95_000},
    {"recording_id": "epic", "duration_ms": 600_000},
    {"recording_id": "unmeasured"},
)


def video(name: str, seconds: float | None, recording: str | None = None, **more: Any) -> Any:
    """An official video."""
    length = None if seconds is None else int(seconds * 1000)
    row = {"video_id": name, "duration_ms": length, "recording_id": recording, "title": "夜"}
    return row | {"is_official": True} | more


FOUND = [
    video("90 of 240 s", 90, "song"),
    video("140 of 240 s", 140, "song"),
    video("no recording", 90),
    video("no length of the recording", 99, "unmeasured"),
    video("says short", 200, title="夜明け (Short ver.)"),
    video("says ショート", 200, title="夜明け ショートVer."),
    video("says teaser", 30, title="Dawn MV TEASER"),
    video("says 予告", 30, title="新曲予告"),
]
PASSED = [
    video("whole", 238, "song"),
    video("145 of 240 s", 145, "song"),
    video("whole short song", 95, "short song"),
    video("half of a long one", 160, "epic"),
    video("no recording, but long", 180),
    video("no recording, but shorter", 60),
    video("a whole song called Teaser", 239, "song", title="Teaser"),
    video("a word within a word", 200, title="Shortcake"),
    video("no length", None),
    video("not ours", 90, is_official=False),
    video("nobody knows whose", 90, is_official=None),
]


def test_finds_fragments() -> None:
    recordings = table("recordings", *RECORDINGS)
    bad = preview_video.ask(table("placed_videos", *FOUND), DEFAULTS, recordings)
    assert found(bad, "video_id") == sorted(row["video_id"] for row in FOUND)


def test_passes_whole_videos_and_those_of_others() -> None:
    recordings = table("recordings", *RECORDINGS)
    bad = preview_video.ask(table("placed_videos", *PASSED), DEFAULTS, recordings)
    assert found(bad, "video_id") == []


@pytest.mark.parametrize(("beside", "severity"), [(230, "low"), (120, "high")])
def test_a_teaser_beside_the_full_video_weighs_less(beside: int, severity: str) -> None:
    videos = table("placed_videos", video("a", 90, "song"), video("b", beside, "song"))
    bad = preview_video.ask(videos, DEFAULTS, table("recordings", *RECORDINGS)).to_pyarrow()
    assert dict(zip(bad["video_id"].to_pylist(), bad["severity"].to_pylist(), strict=True))[
        "a"
    ] == (severity)


def test_goes_without_recordings() -> None:
    videos = table("placed_videos", video("a", 90, "song"), video("b", 200, "song"))
    assert found(preview_video.ask(videos, DEFAULTS, None), "video_id") == ["a"]
