"""The check for singles without a video knows a video by its link and by its title."""

from datetime import date
from typing import Any

import pytest

from kaigai.findings.checks.single_without_video import single_without_video
from tests.conftest import found, table

DAY = date(2026, 11, 1)
SINGLE = {"release_id": "R", "title": "夜", "party_id": "P", "release_type": "Single"}
ANOTHER = {"video_id": "other", "party_id": "P"}
SONG = {"subject_kind": "recording", "subject_id": "A", "key": "yoru", "role": "display"}


def called(video_id: str, key: str) -> dict[str, str]:
    """A piece of a video's title."""
    return {"subject_kind": "video", "subject_id": video_id, "key": key, "role": "title_part"}


def ask(
    release: dict[str, Any] | None = None,
    videos: tuple[dict[str, Any], ...] = (ANOTHER,),
    names: tuple[dict[str, Any], ...] = (SONG,),
    recordings: tuple[dict[str, Any], ...] = (),
    links: tuple[dict[str, Any], ...] | None = None,
) -> list[str]:
    """What the check finds of a single with recording A."""
    given = SINGLE | {"is_delivered": True, "release_day": DAY} | (release or {})
    artist = {"party_id": "P", "artist_id": "P", "artist": "波"}
    bad = single_without_video.ask(
        table("releases", given),
        table("tracks", {"release_id": "R", "recording_id": "A"}),
        table("recordings", {"recording_id": "A", "kind": "sound"}, *recordings),
        table("placed_videos", *videos),
        table("artists", artist, {"party_id": "Q", "artist_id": "Q", "artist": "海"}),
        table("names", *names),
        DAY,
        None if links is None else table("video_links", *links),
    )
    return found(bad, "release_id")


def test_finds_a_single_of_an_artist_who_has_other_videos() -> None:
    assert ask() == ["R"]
    assert ask(release={"release_day": None}) == ["R"]


def test_a_namesake_of_another_artist_is_no_video_of_it() -> None:
    theirs = {"video_id": "V", "party_id": "Q"}
    assert ask(videos=(ANOTHER, theirs), names=(SONG, called("V", "yoru"))) == ["R"]


@pytest.mark.parametrize(
    "given",
    [
        {"videos": (ANOTHER | {"recording_id": "A"},)},
        {"links": ({"video_id": "unread", "recording_id": "A"},)},
        {"names": (SONG, called("other", "yoru"))},
        {
            "recordings": ({"recording_id": "B", "kind": "video", "party_id": "P"},),
            "names": (SONG, SONG | {"subject_id": "B"}),
        },
        {"videos": ()},
        {"videos": (ANOTHER | {"party_id": "Q"},)},
        {"release": {"release_type": "Album"}},
        {"release": {"release_day": date(2026, 11, 2)}},
        {"release": {"is_delivered": False}},
    ],
    ids=[
        "placed",
        "linked",
        "titled",
        "delivered",
        "none read",
        "others",
        "album",
        "next",
        "listed",
    ],
)
def test_passes_singles_with_a_video_or_without_knowledge(given: dict[str, Any]) -> None:
    assert ask(**given) == []
