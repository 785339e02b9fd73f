"""Faults of codes and credits: missing, malformed or doubled ISRC and GTIN, no writers."""

from examples.generator import codes
from examples.generator.faults.picks import Picks
from examples.generator.model import Label


def plant(label: Label, picks: Picks) -> None:
    """Spoil the codes of some recordings and releases of the unit."""
    _isrcs(label, picks)
    _doubles(label, picks)
    _gtins(label, picks)
    for song in picks.songs(3):
        song.composer = song.lyricist = None
        label.found("credits-missing", song.subject_id)


def _isrcs(label: Label, picks: Picks) -> None:
    for song in picks.songs(2):
        song.isrc_given = None
        label.found("no-isrc", song.subject_id)
    for n, song in enumerate(picks.songs(3)):
        song.isrc_given = _mistyped(song.isrc, n)
        label.found("malformed-isrc", song.subject_id)


def _mistyped(isrc: str, n: int) -> str:
    """A digit short; the letter O for a zero; the year left out."""
    return (isrc[:-1], isrc[:7] + "O" + isrc[8:], isrc[:5] + isrc[7:])[n % 3]


def _doubles(label: Label, picks: Picks) -> None:
    """Two different songs, one code: copied from the row above."""
    for first, second in picks.pairs(2, "latin"):
        second.isrc_given = first.isrc
        label.found("duplicate-isrc", first.subject_id)


def _gtins(label: Label, picks: Picks) -> None:
    """The catalogue sheet lists what has a barcode, so it has neither of these."""
    for release in picks.eps(2):
        release.gtin_given, release.in_sheet = None, False
        label.found("no-gtin", release.subject_id)
    for release in picks.albums(1) + picks.eps(1):
        release.gtin_given, release.in_sheet = codes.wrong_gtin(release.n), False
        label.found("malformed-gtin", release.subject_id)
