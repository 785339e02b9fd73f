"""Which messages the label sends: one per release, and the updates, ends and tests after it."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from examples.generator.faults.rights import JAPAN, only
from examples.generator.faults.spellings import half_width
from examples.generator.model import Grant, Label, Release

Version = Literal["3.8.2", "4.3"]
Kind = Literal["new", "update", "purge", "test"]


@dataclass(frozen=True, slots=True)
class Message:
    """One message: a release as it was at that time, for one recipient."""

    release: Release
    kind: Kind
    day: date
    recipient: int = 0
    #: The message's default language; native titles then carry no code of their own.
    default: str = "ja"

    @property
    def version(self) -> Version:
        """The label moved to ERN 4.3 with the releases of 2023."""
        return "3.8.2" if self.release.day.year < 2023 else "4.3"

    @property
    def created_at(self) -> str:
        """When it was sent, in Japan's time; the hour grows with what it says."""
        hour = {"new": 10, "update": 12, "test": 15, "purge": 18}[self.kind]
        return f"{self.day}T{hour}:{self.release.n % 60:02d}:00+09:00"

    @property
    def message_id(self) -> str:
        """A number that no other message has."""
        stamp = self.created_at[:16].replace("-", "").replace(":", "").replace("T", "")
        return f"UMR{stamp}{self.release.n:05d}{self.recipient}"

    @property
    def file_name(self) -> str:
        """The file's name: when, which release, what for."""
        stamp = self.created_at[:10].replace("-", "")
        number = self.release.gtin_given or self.release.catalog_number
        store = "_store" if self.recipient else ""
        return f"{stamp}_{number}_{self.kind}{store}.xml"

    @property
    def is_old_spelling(self) -> bool:
        """Whether it spells the artist as the label did in those years."""
        return self.version == "3.8.2"


def messages(label: Label) -> list[Message]:
    """Every message, in the order of sending."""
    sent = [m for release in label.releases if release.is_delivered for m in _about(release)]
    return sorted(sent, key=lambda message: (message.created_at, message.message_id))


def _about(release: Release) -> Iterator[Message]:
    first = release.day - timedelta(days=21)
    later = first + timedelta(days=9)
    notes = release.notes
    if "was-closed" in notes:
        yield Message(_closed(release), "new", first)
        yield Message(release, "update", later)
    elif "was-misspelt" in notes:
        yield Message(_misspelt(release), "new", first)
        yield Message(release, "update", later)
    else:
        yield Message(release, "new", first, default="en" if "no-codes" in notes else "ja")
    if "second-recipient" in notes:
        yield Message(release, "new", first, recipient=1)
    if "tested-closed" in notes:
        yield Message(_closed(release), "test", date(2026, 9, 15))
    if "taken-down" in notes:
        yield Message(_taken_down(release), "update", date(2026, 2, 4))
    if "purged" in notes:
        yield Message(release, "purge", date(2026, 4, 8))


def _closed(release: Release) -> Release:
    """As the release would be with rights for Japan alone."""
    closed = deepcopy(release)
    closed.grants = only(JAPAN, release.day)
    for track in closed.tracks:
        track.recording.grants = None
    return closed


def _misspelt(release: Release) -> Release:
    """As the release was before somebody looked over its titles."""
    before = deepcopy(release)
    for track in before.tracks:
        title = track.recording.title
        title.latin, title.reading = None, half_width(title.reading or "") or None
        track.recording.composer = track.recording.lyricist = None
    return before


def _taken_down(release: Release) -> Release:
    """The release with nothing left but the order to take it down."""
    return replace(release, grants=(Grant("takedown", date(2026, 2, 4)),))
