"""Faults of whole releases: never delivered, tracks left out, no video; and how releases end."""

from datetime import date, timedelta

from examples.generator.catalogue import Studio
from examples.generator.faults.picks import Picks
from examples.generator.model import Artist, Grant, Label, Release, ReleaseType


def plant(label: Label, picks: Picks) -> None:
    """Add the releases whose story is their fault, or only looks like one."""
    _not_delivered(label, picks)
    _missing_tracks(label, picks)
    _stories(picks)
    _history(picks)
    for single in picks.singles(2):
        single.notes.add("no-video")
        label.found("single-without-video", single.subject_id)


def _new(studio: Studio, artist: Artist, kind: ReleaseType, day: date, songs: int) -> Release:
    return studio.release(kind, day, [studio.record(artist, day) for _ in range(songs)])


def _not_delivered(label: Label, picks: Picks) -> None:
    """In the sheet, out by now, and no service ever got it. The third is not due yet."""
    days = (date(2025, 7, 16), date(2026, 6, 10), date(2026, 12, 9))
    for day, artist in zip(days, picks.artists(3, "undelivered"), strict=False):
        release = _new(picks.studio, artist, "EP", day, 3)
        release.is_delivered = False
        if day < date(2026, 11, 1):
            label.found("not-delivered", release.subject_id)


def _missing_tracks(label: Label, picks: Picks) -> None:
    """A last track that never came, and a hole in the middle (twice)."""
    for release, place in zip(picks.albums(3), (-1, 4, 6), strict=False):
        lost = release.tracks[place]
        if lost.recording.n not in picks.taken:
            picks.taken.add(lost.recording.n)
            lost.is_delivered = False
            label.found("missing-tracks", release.subject_id)


def _stories(picks: Picks) -> None:
    """Releases that ended, or have not begun: what is shut here is shut on purpose."""
    for artist in picks.artists(1, "withdrawn"):
        _new(picks.studio, artist, "Album", date(2021, 9, 8), 3).notes.add("taken-down")
        _new(picks.studio, artist, "EP", date(2024, 3, 13), 3).notes.add("purged")
        for release in picks.studio.label.releases[-2:]:
            release.in_sheet = False
    for artist in picks.artists(2, "silent"):
        _new(picks.studio, artist, "EP", date(2025, 5, 14), 2).has_deals = False
    for artist in picks.artists(1, "upcoming"):
        release = _new(picks.studio, artist, "EP", date(2026, 11, 25), 4)
        order = Grant("download", date(2026, 10, 16), date(2026, 11, 24), preorder=True)
        release.grants = (*release.grants, order)


def _history(picks: Picks) -> None:
    """Messages that a later one replaced, a test, a second recipient: none may be counted."""
    for release in picks.eps(2):
        release.notes.add("was-closed")
    for release in picks.albums(1):
        release.notes.add("was-misspelt")
    for release in picks.albums(1):
        _on_two_discs(release)
    for release in picks.singles(1):
        release.notes.add("tested-closed")
    for release in picks.singles(2):
        release.notes.add("second-recipient")
    for release in picks.singles(1):
        release.notes.add("no-codes")
    _films(picks)


def _on_two_discs(release: Release) -> None:
    """The second disc counts from one again: no position is missing."""
    half = len(release.tracks) // 2
    for track in release.tracks[half:]:
        track.disc, track.position = 2, track.position - half


def _films(picks: Picks) -> None:
    """Music videos delivered as products of their own."""
    for single in picks.singles(4):
        song = single.tracks[0].recording
        day = single.day + timedelta(days=14)
        film = picks.studio.film(song, day)
        made = picks.studio.release("VideoSingle", day, [film], song.title)
        made.in_sheet = False
        single.notes.add("filmed")
