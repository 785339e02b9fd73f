"""The check for unlinked videos finds official ones only."""

from kaigai.findings.checks.video_without_recording import video_without_recording
from tests.conftest import found, table


def test_finds_official_videos_without_a_link_and_passes_the_others() -> None:
    videos = table(
        "placed_videos",
        {"video_id": "loose", "is_official": True},
        {"video_id": "linked", "is_official": True, "recording_id": "A"},
        {"video_id": "theirs", "is_official": False},
        {"video_id": "nobody knows whose", "is_official": None},
    )
    assert found(video_without_recording.ask(videos), "video_id") == ["loose"]
