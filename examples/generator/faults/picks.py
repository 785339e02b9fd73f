"""Which recordings and releases no fault has touched yet: one fault must not hide another."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from examples.generator import people
from examples.generator.catalogue import Studio, Unit
from examples.generator.model import Artist, Recording, Release

#: Artists whose rights are a fault of their own.
_OTHER_RIGHTS = (people.OLD_CLOSED, people.OLD_CLOSED_TOO, people.NEW_CLOSED)


def part(artist: Artist) -> int:
    """The artist's part within the dozen."""
    return artist.n % people.DOZEN


@dataclass(slots=True)
class Picks:
    """Hands out each recording and release of a unit at most once."""

    studio: Studio
    unit: Unit
    taken: set[int] = field(default_factory=set)
    taken_releases: set[int] = field(default_factory=set)

    def songs(self, count: int, kind: str = "") -> list[Recording]:
        """Up to `count` album tracks, with a new title of `kind` where one is asked for."""
        free = [song for song in self._pool() if song.n not in self.taken]
        picked = free[:count]
        self.taken.update(song.n for song in picked)
        for song in picked if kind else ():
            song.title = self.studio.titles.next(kind)
        return picked

    def pairs(self, count: int, kind: str) -> list[tuple[Recording, Recording]]:
        """Pairs of songs of one artist each."""
        found = []
        for first in self.songs(count, kind):
            for second in self._pool():
                if second.artist is first.artist and second.n not in self.taken:
                    self.taken.add(second.n)
                    second.title = self.studio.titles.next(kind)
                    found.append((first, second))
                    break
        return found

    def albums(self, count: int) -> list[Release]:
        """Up to `count` albums whose songs have not been touched as a whole."""
        return self._releases(self.unit.albums, count)

    def eps(self, count: int) -> list[Release]:
        """Up to `count` EPs."""
        return self._releases(self.unit.eps, count)

    def singles(self, count: int) -> list[Release]:
        """Up to `count` singles, of artists with a channel."""
        seen = [single for single in self.unit.singles if single.artist.channel_id]
        return self._releases(seen, count)

    def artists(self, count: int, *about: object) -> list[Artist]:
        """Up to `count` artists whose rights are as they should be."""
        free = [artist for artist in self.unit.artists if part(artist) not in _OTHER_RIGHTS]
        return self.studio.dice.shuffled(free, "artists", self.unit.n, *about)[:count]

    def _releases(self, releases: Iterable[Release], count: int) -> list[Release]:
        free = [
            release
            for release in self.studio.dice.shuffled(releases, "releases", self.unit.n)
            if release.n not in self.taken_releases and part(release.artist) not in _OTHER_RIGHTS
        ]
        self.taken_releases.update(release.n for release in free[:count])
        return free[:count]

    def _pool(self) -> list[Recording]:
        """The tracks that are on an album or EP alone, in an order that mixes the artists."""
        singled = {track.recording.n for single in self.unit.singles for track in single.tracks}
        songs = [
            track.recording
            for release in (*self.unit.albums, *self.unit.eps)
            if part(release.artist) not in _OTHER_RIGHTS
            for track in release.tracks
            if track.is_delivered and track.recording.n not in singled
        ]
        return self.studio.dice.shuffled(songs, "songs", self.unit.n)
