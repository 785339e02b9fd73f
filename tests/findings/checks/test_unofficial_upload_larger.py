"""The check for larger uploads by strangers needs the title and the artist, and counts views."""

from typing import Any

import pytest

from kaigai.findings.checks.unofficial_upload_larger import unofficial_upload_larger
from tests.conftest import table

OFFICIAL = {"video_id": "ours", "party_id": "P", "is_official": True, "views": 100}
UPLOAD = {"video_id": "theirs", "is_official": False, "views": 500, "title": "波 - 夜明け"}
PIECES = (("theirs", "夜明け"), ("theirs", "波"))


def ask(
    upload: dict[str, Any],
    official: dict[str, Any] | None = None,
    pieces: tuple[tuple[str, str], ...] = PIECES,
) -> list[tuple[str, str, int, int]]:
    """What the check finds, with views and official views."""
    names = [
        {"subject_kind": "video", "subject_id": video, "key": key, "role": "title_part"}
        for video, key in pieces
    ]
    names += [_name("recording", "A", "夜明け"), _name("recording", "A", "yoake")]
    names += [_name("party", "P2", "波"), _name("party", "P", "nami"), _name("party", "Q", "海")]
    artists = [("P", "P"), ("P2", "P"), ("Q", "Q")]
    bad = unofficial_upload_larger.ask(
        table("recordings", {"recording_id": "A", "title": "夜明け", "party_id": "P"}),
        table("placed_videos", OFFICIAL | (official or {}), UPLOAD | upload),
        table("names", *names),
        table("artists", *({"party_id": p, "artist_id": a, "artist": a} for p, a in artists)),
    )
    columns = ("recording_id", "video_id", "views", "official_views")
    return [tuple(row[column] for column in columns) for row in bad.to_pyarrow().to_pylist()]


def _name(kind: str, subject: str, key: str) -> dict[str, str]:
    row = {"subject_kind": kind, "subject_id": subject, "role": "display"}
    return row | {"key": key, "text": key.title()}


@pytest.mark.parametrize(
    ("upload", "official", "pieces", "official_views"),
    [
        ({}, {"recording_id": "A"}, PIECES, 100),
        ({}, {}, (*PIECES, ("ours", "夜明け")), 100),
        ({}, {}, PIECES, 0),
        ({"channel": "NAMI"}, {"recording_id": "A"}, PIECES[:1], 100),
        ({"channel": "N.a.m.i"}, {"recording_id": "A"}, (("theirs", "yoake"),), 100),
    ],
    ids=["linked", "titled", "none", "by channel", "by channel's letters"],
)
def test_finds_uploads_with_more_views(
    upload: dict[str, Any],
    official: dict[str, Any],
    pieces: tuple[tuple[str, str], ...],
    official_views: int,
) -> None:
    assert ask(upload, official, pieces) == [("A", "theirs", 500, official_views)]


@pytest.mark.parametrize(
    ("upload", "official", "pieces"),
    [
        ({}, {"recording_id": "A", "views": 500}, PIECES),
        ({"views": None}, {}, PIECES),
        ({}, {"recording_id": "A", "views": None}, PIECES),
        ({"is_official": None}, {}, PIECES),
        ({}, {}, PIECES[:1]),
        ({}, {}, (("theirs", "夜明け"), ("theirs", "海"))),
        ({}, {}, (("theirs", "波"),)),
        ({"title": "波 - 夜明け (cover)"}, {}, PIECES),
        ({"title": "夜明け / 波 歌ってみた"}, {}, PIECES),
        ({"channel": "Nami - Topic"}, {}, PIECES),
        ({}, {"party_id": "Q"}, PIECES),
    ],
    ids=[
        "smaller", "no views", "no official views", "nobody knows whose", "no artist",
        "another artist", "no title", "cover", "歌ってみた", "topic channel",
        "no official video of the artist read",
    ],
)  # fmt: skip
def test_passes_others(
    upload: dict[str, Any], official: dict[str, Any], pieces: tuple[tuple[str, str], ...]
) -> None:
    assert ask(upload, official, pieces) == []
