"""The label as it would be if nothing were wrong with it: every check is content with this."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from examples.generator import codes, people
from examples.generator.dice import Dice
from examples.generator.model import (
    Artist,
    Grant,
    Grants,
    Label,
    Recording,
    Release,
    ReleaseType,
    Title,
    Track,
)
from examples.generator.titles import Titles


def world(day: date) -> Grants:
    """Streams and downloads everywhere from one day on."""
    return (Grant("stream", day), Grant("download", day))


@dataclass(slots=True)
class Studio:
    """Makes recordings and releases with running numbers, and keeps them in the label."""

    label: Label
    dice: Dice
    titles: Titles
    isrcs: dict[tuple[str, int], int] = field(default_factory=dict)

    def record(self, artist: Artist, day: date, title: Title | None = None) -> Recording:
        """A new sound recording, first out on `day`."""
        n = len(self.label.recordings) + 1
        recording = Recording(
            n,
            artist,
            title or self.titles.next(),
            self._isrc(codes.SOUND_REGISTRANT, day.year),
            seconds=self.dice.between(172, 318, "seconds", n),
            first_day=day,
            composer=people.writer(self.dice, "music", n),
            lyricist=people.writer(self.dice, "words", n),
        )
        self.label.recordings.append(recording)
        return recording

    def film(self, song: Recording, day: date) -> Recording:
        """The music video of a song, as a resource to deliver."""
        n = len(self.label.recordings) + 1
        code = self._isrc(codes.VIDEO_REGISTRANT, day.year)
        video = replace(
            song, n=n, isrc=code, isrc_given=code, kind="video", first_day=day,
            seconds=song.seconds + 6, grants=None, title=replace(song.title),
        )  # fmt: skip
        self.label.recordings.append(video)
        return video

    def instrumental(self, song: Recording) -> Recording:
        """The same song without its singer; it has no lyricist, and needs none."""
        title = replace(song.title, **{
            name: f"{text} (Instrumental)"
            for name in ("native", "latin", "english")
            if (text := getattr(song.title, name))
        })  # fmt: skip
        track = self.record(song.artist, song.first_day, title)
        track.is_instrumental, track.lyricist = True, None
        track.seconds, track.composer = song.seconds, song.composer
        return track

    def release(
        self, kind: ReleaseType, day: date, songs: list[Recording], title: Title | None = None
    ) -> Release:
        """A release of these recordings, in order, open to the whole world from `day`."""
        n = len(self.label.releases) + 1
        tracks = [Track(song, 1, place) for place, song in enumerate(songs, 1)]
        name = title or self.titles.next()
        made = Release(n, songs[0].artist, name, kind, day, codes.gtin(n), tracks, world(day))
        self.label.releases.append(made)
        return made

    def _isrc(self, registrant: str, year: int) -> str:
        n = self.isrcs[registrant, year] = self.isrcs.get((registrant, year), 0) + 1
        return codes.isrc(registrant, year, n)


@dataclass(slots=True)
class Unit:
    """One dozen of artists in one round of releases; faults are planted unit by unit."""

    n: int
    artists: list[Artist]
    singles: list[Release] = field(default_factory=list)
    albums: list[Release] = field(default_factory=list)
    eps: list[Release] = field(default_factory=list)


def build(studio: Studio, artists: int, rounds: int) -> list[Unit]:
    """Fill the label: per artist and round three singles, an EP and an album."""
    label = studio.label
    label.artists = people.artists(studio.dice, artists)
    units: list[Unit] = []
    for first in range(0, artists, people.DOZEN):
        for turn in range(rounds):
            unit = Unit(len(units), label.artists[first : first + people.DOZEN])
            units.append(unit)
            for artist in unit.artists:
                _discography(studio, unit, artist, turn)
    return units


def _discography(studio: Studio, unit: Unit, artist: Artist, turn: int) -> None:
    days = _days(studio.dice, artist.n, turn)
    debut = _single(studio, artist, next(days))
    album_day = next(days)
    songs = [studio.record(artist, album_day) for _ in range(9)]
    album = studio.release("Album", album_day, [*songs[:2], debut.tracks[0].recording, *songs[2:]])
    second = _single(studio, artist, next(days), instrumental=artist.n % 4 == 0)
    ep_day = next(days)
    more = [studio.record(artist, ep_day) for _ in range(4)]
    ep = studio.release("EP", ep_day, [more[0], second.tracks[0].recording, *more[1:]])
    third = _single(studio, artist, next(days))
    unit.singles += [debut, second, third]
    unit.albums.append(album)
    unit.eps.append(ep)


def _days(dice: Dice, artist: int, turn: int) -> Iterator[date]:
    """Release days: two of the old catalogue, three of the last three years. All are Wednesdays,
    as Japanese releases are."""
    for slot, (year, months) in enumerate(
        ((2020, (1, 5)), (2021, (1, 12)), (2024, (1, 12)), (2025, (1, 12)), (2026, (1, 8)))
    ):
        about = (artist, turn, slot)
        day = date(
            year, dice.between(*months, "month", *about), dice.between(1, 28, "day", *about)
        )
        yield day + timedelta(days=(2 - day.weekday()) % 7)


def _single(studio: Studio, artist: Artist, day: date, *, instrumental: bool = False) -> Release:
    songs = [studio.record(artist, day) for _ in range(2)]
    if instrumental:
        songs.append(studio.instrumental(songs[0]))
    return studio.release("Single", day, songs, replace(songs[0].title))
