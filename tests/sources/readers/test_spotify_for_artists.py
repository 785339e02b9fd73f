"""Spotify for Artists: what the files' names tell, and a delivery for each day."""

from datetime import date

import pytest

from kaigai.sources.reader import RefusedFile
from tests.sources.reports.reports import said
from tests.sources.reports.samples import AUDIENCE, SONG, SONGS

READER = "spotify-for-artists"


def test_songs_of_the_last_28_days() -> None:
    read = said(READER, SONGS, "Nami-songs-28day.csv")
    assert read.refused == []
    assert read.scopes == [f"{READER}:Nami-songs-28day:songs:28day"]
    streams = [row for row in read.usage if row["measure"] == "streams"]
    assert [(row["title"], row["artist"], row["quantity"]) for row in streams] == [
        ("Yoru no Kagi", "Nami", 120.0),
        ("Total", "Nami", 2.0),  # a song's name, here
    ]
    assert {(row["day"], row["days"]) for row in read.usage} == {(date(2026, 6, 3), 28)}
    assert read.sum("saves") == 4


def test_songs_of_days_in_the_name() -> None:
    read = said(READER, SONGS, "Nami-songs-2026-04-01_2026-04-30.csv")
    assert {(row["day"], row["days"]) for row in read.usage} == {(date(2026, 4, 1), 30)}
    assert read.scopes[0].endswith(":songs:2026-04")


@pytest.mark.parametrize("name", ["Nami-songs-all.csv", "songs.csv"])
def test_songs_of_no_known_days(name: str) -> None:
    with pytest.raises(RefusedFile):
        said(READER, SONGS, name)


def test_the_audience_by_day() -> None:
    read = said(READER, AUDIENCE, "x.zip!/Nami-audience-timeline (1).csv")
    assert read.scopes == [
        f"{READER}:Nami-audience-timeline:audience:2026-04-01",
        f"{READER}:Nami-audience-timeline:audience:2026-04-02",
    ]
    assert set(read.column("subject_kind", "subject_id")) == {("artist", "name:nami")}
    assert read.sum("streams") == 56
    assert {row["measure"] for row in read.usage} >= {"listeners", "followers", "playlist_adds"}


def test_the_older_audience() -> None:
    older = "date,listeners,streams,followers\n2026-04-01,10,25,900\n"
    assert len(said(READER, older, "Nami-audience-timeline.csv").usage) == 3


def test_one_song_by_day() -> None:
    read = said(READER, SONG, "Yoru no Kagi-timeline.csv")
    assert set(read.column("title", "subject_kind", "territory")) == {
        ("Yoru no Kagi", "text", "WORLD")
    }
    assert read.sum("streams") == 251
