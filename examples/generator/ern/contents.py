"""What of a release a message carries, and how its titles are spelt there."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from examples.generator.model import Artist, Recording, Release, Title, Track

#: One artist in twelve has a label copy department that writes Tōdai for Toudai.
_WITH_MACRONS = 11
_MACRONS = (("ou", "ō"), ("uu", "ū"), ("Ou", "Ō"))


def delivered(release: Release) -> Iterator[tuple[int, Recording]]:
    """The recordings that the message carries, with the number of their reference."""
    songs = (track.recording for track in release.tracks if track.is_delivered)
    return enumerate(songs, 1)


def by_disc(release: Release) -> Iterator[tuple[int, list[tuple[int, Track]]]]:
    """Each disc with its tracks, numbered as `delivered` numbers their recordings."""
    tracks = enumerate((track for track in release.tracks if track.is_delivered), 1)
    for disc, found in groupby(tracks, key=lambda numbered: numbered[1].disc):
        yield disc, list(found)


def house_style(title: Title, artist: Artist) -> Title:
    """The title as the messages of this artist spell it; the sheet has no macrons in CP932."""
    if not title.latin or artist.n % 12 != _WITH_MACRONS:
        return title
    latin = title.latin
    for spelt, marked in _MACRONS:
        latin = latin.replace(spelt, marked)
    return replace(title, latin=latin)
