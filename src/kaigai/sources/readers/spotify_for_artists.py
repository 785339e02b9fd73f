"""Reads what Spotify for Artists lets an artist download: songs, the audience, one song by day.

The files name neither artist nor, for one song, the song: their names do
(`ARTIST-songs-28day.csv`, `ARTIST-audience-timeline.csv`, `SONG-timeline.csv`).
"""

from collections.abc import Iterator
from dataclasses import replace

from kaigai.formats.reports.measures import Measure
from kaigai.formats.reports.spec import Report
from kaigai.sources.reader import Part, Source, reader
from kaigai.sources.reports.statements import FEEDS, read_report, sniffer
from kaigai.terms.text import Text

DATES = r"(?P<start>\d{4}-\d\d-\d\d)[_ ~-]+(?P<end>\d{4}-\d\d-\d\d)"

SONGS = Report(
    reporter="spotify-for-artists",
    columns={
        "title": "song",
        "streams": "streams",
        "listeners": "listeners",
        "saves": "saves",
        "ignored": "release_date",
    },
    measures={
        "streams": Measure("streams"),
        "listeners": Measure("listeners"),
        "saves": Measure("saves"),
    },
    needs="title streams listeners",
    only=True,
    file_name=(
        rf"(?P<artist>[^/]+?)[-_ ]songs[-_ ]{DATES}",
        rf"(?P<artist>[^/]+?)[-_ ]{DATES}",
        r"(?P<artist>[^/]+?)-songs-(?P<window>\w+)(?: \(\d+\))?\.csv",
    ),
    always={"service": "Spotify"},
    has_totals=False,
    part="songs",
)
AUDIENCE = replace(
    SONGS,
    columns={
        "period": "date",
        "streams": "streams",
        "listeners": "listeners",
        "saves": "saves",
        "followers": "followers",
        "playlist_adds": "playlist adds",
        "monthly_listeners": "monthly listeners",
        "active_listeners": "monthly active listeners",
        "super_listeners": "super listeners",
    },
    measures={
        "streams": Measure("streams"),
        "listeners": Measure("listeners"),
        "saves": Measure("saves"),
        "followers": Measure("followers"),
        "playlist_adds": Measure("playlist_adds"),
        "monthly_listeners": Measure("monthly_listeners"),
        "active_listeners": Measure("active_listeners"),
        "super_listeners": Measure("super_listeners"),
    },
    needs="period streams listeners followers",
    period="day",
    file_name=(r"(?P<artist>[^/]+?)-audience-timeline[^/]*$",),
    subject="artist",
    part="audience",
)
SONG = replace(
    SONGS,
    columns={"period": "date", "streams": "streams"},
    measures={"streams": Measure("streams")},
    needs="period streams",
    period="day",
    file_name=(r"(?P<title>[^/]+?)-timeline[^/]*$",),
    part="song",
)


@reader(
    "spotify-for-artists",
    about=Text(
        en="Spotify for Artists: songs, audience by day, one song by day.",
        ja="Spotify for Artistsの楽曲一覧・リスナー推移・楽曲別推移です。",
    ),
    feeds=FEEDS,
    licence="contract",
    sniff=sniffer(SONGS, AUDIENCE, SONG),
    order=21,
)
def spotify_for_artists(source: Source) -> Iterator[Part]:
    yield from read_report(source, SONGS, AUDIENCE, SONG)
