"""Reads a DDEX release message (ERN 3.7 to 4.3.2) into its parts, whatever its size."""

from collections.abc import Iterator
from typing import BinaryIO, TypeAlias

from kaigai.formats.ddex.deals import release_deal_from, visibility_from
from kaigai.formats.ddex.description import title_from
from kaigai.formats.ddex.elements import NAMES, Element, text_of
from kaigai.formats.ddex.faults import BrokenMessage, Faults, NotErn, Problem
from kaigai.formats.ddex.grants import ReleaseDeal, Visibility
from kaigai.formats.ddex.head import head_from, read_header
from kaigai.formats.ddex.message import (
    End,
    Head,
    Party,
    Purged,
    Release,
    ReleaseIds,
    Resource,
)
from kaigai.formats.ddex.parties import party_from
from kaigai.formats.ddex.prolog import looks_like_ern
from kaigai.formats.ddex.references import References
from kaigai.formats.ddex.releases import read_release_ids, release_from
from kaigai.formats.ddex.resources import resource_from
from kaigai.formats.ddex.walk import steps

Part: TypeAlias = (
    Head | Party | Resource | Release | ReleaseDeal | Visibility | Purged | Problem | End
)

#: Messages over this size (bytes) are refused unless the caller allows more.
LARGEST = 1 << 30

_KINDS = {"SoundRecording": "sound", "Video": "video"}
_RELEASES = frozenset({"Release", "TrackRelease", "ClipRelease"})
_VISIBILITIES = frozenset({"ReleaseVisibility", "TrackReleaseVisibility"})


def read_ern(stream: BinaryIO, *, name: str, max_bytes: int = LARGEST) -> Iterator[Part]:
    """The parts of a message in its own order: Head first, End last.

    Faults in single elements come as Problem right after the part they stand in, and the
    rest is kept. Memory stays flat for messages of any size.

    Raises NotErn when the file is something else, BrokenMessage when it is not well-formed,
    has a DOCTYPE or exceeds `max_bytes`; both say where and what to do. Parts yielded before
    a fault far down in a big message was met have then been seen already.

    Source: DDEX Electronic Release Notification, 3.8.2 to 4.3.2; names are local, so any
    prefix and qualified children are read too.
    """
    reading = _Reading()
    faults = reading.faults
    for section, item, element in steps(stream, name, max_bytes):
        if section and not reading.is_begun:
            yield from reading.begin()
        part = reading.part(section, item, element)
        if part is not None:
            if not reading.is_begun:
                yield from reading.begin()
            yield part
        if faults.found and reading.is_begun:
            yield from faults.taken()
    yield from reading.begin()
    yield End(reading.has_deal_list, reading.deals)


class _Reading:
    """What is known so far while one message is read."""

    __slots__ = ("counts", "deals", "faults", "has_deal_list", "head", "is_begun", "known", "main")

    def __init__(self) -> None:
        self.head: Head | None = None
        self.is_begun = False
        self.faults = Faults()
        self.counts: dict[str, int] = {}
        self.known = References()
        self.main: str | None = None
        self.deals = 0
        self.has_deal_list = False

    def begin(self) -> Iterator[Part]:
        """The Head, once all that belongs to it has been read; the first call only."""
        if not self.is_begun and self.head is not None:
            self.is_begun = True
            yield self.head
            yield from self.faults.taken()

    def part(self, section: str, name: str, element: Element) -> Part | None:
        """The part of one step, or None when it only adds to what is known."""
        if not section:
            return self._outside(name, element)
        if element is None:
            self._enter(section)
            return None
        counts, faults = self.counts, self.faults
        counts[name] = number = counts.get(name, 0) + 1
        faults.item, faults.number = element, number
        return self._part(section, name, element)

    def _outside(self, name: str, element: Element) -> Part | None:
        """The root and its direct children that are no lists."""
        if self.head is None:
            self.head = head_from(element, name)
        elif name == "MessageHeader":
            read_header(self.head, element, self.faults)
        elif name == "UpdateIndicator":
            self.head.update_indicator = text_of(element) or None
        elif name == "PurgedRelease":
            return _purged_from(element)
        return None

    def _enter(self, section: str) -> None:
        """A list begins: from now on references into it can be checked."""
        self.counts.clear()
        self.known.enter(section)
        if section == "DealList":
            self.has_deal_list = True

    def _part(self, section: str, name: str, element: Element) -> Part | None:
        faults, known = self.faults, self.known
        if section == "ResourceList":
            kind = _KINDS.get(name)
            if kind is None:
                known.other_resource(element)
                return None
            resource = resource_from(element, kind, faults)
            known.resource(resource, element, faults)
            return resource
        if section == "ReleaseList" and name in _RELEASES:
            release = release_from(element, name, faults)
            self._settle_main(release)
            known.release(release, element, faults)
            return release
        if section == "PartyList" and name == "Party":
            party = party_from(element)
            known.party(party, element, faults)
            return party
        if section == "DealList":
            return self._grant(name, element)
        return None

    def _grant(self, name: str, element: Element) -> Part | None:
        if name == "ReleaseDeal":
            self.deals += 1
            deal = release_deal_from(element, self.faults)
            self.known.deal(deal, element, self.faults)
            return deal
        if name in _VISIBILITIES:
            return visibility_from(element, name, self.faults)
        return None

    def _settle_main(self, release: Release) -> None:
        """A release that does not say whether it is the main one is it when it comes first."""
        if release.is_main is None:
            release.is_main = release.kind == "main" and self.main is None
        if release.is_main:
            self.main = release.reference


def _purged_from(element: Element) -> Purged:
    purged = Purged(ReleaseIds())
    for child in element:
        name = NAMES[child.tag]
        if name == "ReleaseId":
            read_release_ids(purged.ids, child)
        elif name == "Title":
            title = title_from(child, "display", None)
            if title is not None:
                purged.titles.append(title)
    return purged


__all__ = ["BrokenMessage", "NotErn", "Part", "looks_like_ern", "read_ern"]
