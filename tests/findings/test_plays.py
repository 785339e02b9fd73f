"""Plays of videos: per territory, of the recording as well, and never counted twice."""

from typing import Any

from kaigai.findings.plays import plays_of_videos
from tests.conftest import table

VIDEOS = (
    {"video_id": "V", "recording_id": "A"},
    {"video_id": "W", "recording_id": "A"},
    {"video_id": "X", "recording_id": None},
)


def counted(*usage: dict[str, Any]) -> dict[tuple[str, str], float]:
    base = {"subject_kind": "video", "subject_id": "V", "measure": "views", "territory": "US",
            "service": "youtube", "days": 30, "quantity": 1.0}  # fmt: skip
    rows = plays_of_videos(
        table("usage", *({**base, **row} for row in usage)), table("placed_videos", *VIDEOS)
    )
    return {
        (row["video_id"], row["territory"]): row["plays"] for row in rows.to_pyarrow().to_pylist()
    }


def test_a_recording_counts_for_each_of_its_videos() -> None:
    song = {"subject_kind": "recording", "subject_id": "A", "measure": "streams", "quantity": 5}
    assert counted({"quantity": 2}, song) == {("V", "US"): 7, ("W", "US"): 5}


def test_services_add_up_and_periods_of_other_length_do_not() -> None:
    days = [{"days": 1, "quantity": 2}] * 3
    assert counted(*days, {"days": 30, "quantity": 5}, {"service": "other", "quantity": 1}) == {
        ("V", "US"): 7
    }


def test_ranks_the_world_and_nothing_are_no_plays() -> None:
    assert (
        counted(
            {"measure": "chart_rank"},
            {"territory": "WORLD"},
            {"quantity": 0},
            {"measure": "saves"},
        )
        == {}
    )


def test_two_reporters_of_the_same_plays_do_not_add_up() -> None:
    studio = {"reporter": "youtube-studio", "quantity": 5}
    distributor = {"reporter": "distrokid", "quantity": 4}
    assert counted(studio, distributor) == {("V", "US"): 5}
