"""The check for closed old catalogues weighs an artist's older recordings against the newer."""

from datetime import date
from typing import Any

import pytest

from kaigai.facts.settings import DEFAULTS
from kaigai.findings.checks.old_catalogue_closed import old_catalogue_closed
from kaigai.terms.territories import ISO
from tests.conftest import heard_row, table

DAY = date(2026, 11, 1)
OLD, NEW = date(2015, 4, 1), date(2026, 4, 1)
AWAY = tuple(code for code in ISO if code != "JP")
SHUT: dict[str, tuple[str, ...]] = {"closed": AWAY}
OPEN: dict[str, tuple[str, ...]] = {}
UNKNOWN: dict[str, tuple[str, ...]] = {"unknown": AWAY}

#: A recording: its first day, and where it is heard.
Song = tuple[date | None, dict[str, Any]]


def ask(*songs: Song, tables: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """What the check finds of one artist, who goes by two party ids."""
    recordings, heard = [], []
    for n, (day, codes) in enumerate(songs):
        recording = {"recording_id": str(n), "party_id": f"P{n % 2}", "first_day": day}
        recordings.append(recording)
        heard.append(heard_row(str(n), **codes))
    artists = [{"party_id": f"P{n}", "artist_id": "P0", "artist": "波"} for n in range(2)]
    given = {"settings": DEFAULTS, "day": DAY} | (tables or {})
    bad = old_catalogue_closed.ask(
        table("recordings", *recordings),
        table("heard", *heard),
        table("artists", *artists),
        **given,
    )
    return bad.to_pyarrow().to_pylist()


@pytest.mark.parametrize(
    "songs",
    [
        [(OLD, SHUT), (OLD, SHUT), (NEW, OPEN), (NEW, OPEN)],
        [(OLD, SHUT), (OLD, OPEN), (NEW, OPEN), (NEW, OPEN)],
        [(OLD, SHUT), (OLD, SHUT), (NEW, OPEN), (NEW, OPEN), (NEW, SHUT)],
    ],
)
def test_finds_artists_whose_old_songs_are_shut(songs: list[Song]) -> None:
    (row,) = ask(*songs)
    assert row["party_id"] == "P0"
    assert (row["old"], row["old_closed"]) == (2, sum(s == (OLD, SHUT) for s in songs))


@pytest.mark.parametrize(
    "songs",
    [
        [(OLD, SHUT), (OLD, SHUT), (NEW, SHUT), (NEW, SHUT)],
        [(OLD, SHUT), (OLD, SHUT), (NEW, OPEN)],
        [(OLD, SHUT), (NEW, OPEN), (NEW, OPEN)],
        [(OLD, SHUT), (OLD, OPEN), (OLD, OPEN), (NEW, OPEN), (NEW, OPEN)],
        [(OLD, UNKNOWN), (OLD, UNKNOWN), (NEW, OPEN), (NEW, OPEN)],
        [(None, SHUT), (None, SHUT), (NEW, OPEN), (NEW, OPEN)],
        [(OLD, OPEN), (OLD, OPEN), (NEW, OPEN), (NEW, OPEN)],
    ],
)
def test_passes_others_and_small_catalogues(songs: list[Song]) -> None:
    assert ask(*songs) == []


def test_takes_the_first_release_where_a_recording_has_no_day() -> None:
    releases = table(
        "releases",
        {"release_id": "best", "release_day": NEW},
        {"release_id": "first", "release_day": NEW, "original_day": OLD},
    )
    holds = [("best", "0"), ("first", "0"), ("first", "1"), ("best", "2"), ("best", "3")]
    tracks = table("tracks", *({"release_id": r, "recording_id": n} for r, n in holds))
    songs: list[Song] = [(None, SHUT), (None, SHUT), (None, OPEN), (None, OPEN)]
    (row,) = ask(*songs, tables={"tracks": tracks, "releases": releases})
    assert (row["old_closed"], row["new"]) == (2, 2)
