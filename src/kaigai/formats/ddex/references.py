"""Checks that references inside a message lead somewhere."""

from collections.abc import Iterable

from kaigai.formats.ddex.elements import NAMES, Element, text_of
from kaigai.formats.ddex.faults import (
    TWICE,
    UNKNOWN_PARTY,
    UNKNOWN_RELEASE,
    UNKNOWN_RESOURCE,
    Fault,
    Faults,
)
from kaigai.formats.ddex.grants import ReleaseDeal
from kaigai.formats.ddex.message import Credit, Party, Release, Resource


class References:
    """The references met so far; a list that has not come yet is not held against anybody."""

    __slots__ = ("entered", "parties", "releases", "resources")

    def __init__(self) -> None:
        self.parties: set[str] = set()
        self.resources: set[str] = set()
        self.releases: set[str] = set()
        self.entered: set[str] = set()

    def enter(self, section: str) -> None:
        """A list begins."""
        self.entered.add(section)

    def party(self, party: Party, element: Element, faults: Faults) -> None:
        """Note a party of the PartyList."""
        if party.reference:
            _add(self.parties, party.reference, element, faults)

    def other_resource(self, element: Element) -> None:
        """Note an image, a text …, which releases may point to."""
        for child in element:
            if NAMES[child.tag] == "ResourceReference":
                self.resources.add(text_of(child))
                return

    def resource(self, resource: Resource, element: Element, faults: Faults) -> None:
        """Note a recording and check whom it names."""
        if resource.reference:
            _add(self.resources, resource.reference, element, faults)
        self._check_parties(resource.artists, element, faults)
        self._check_parties(resource.contributors, element, faults)

    def release(self, release: Release, element: Element, faults: Faults) -> None:
        """Note a release and check whom and what it names."""
        for reference in release.references:
            _add(self.releases, reference, element, faults)
        self._check_parties(release.artists, element, faults)
        if "PartyList" in self.entered:
            labels = (one.party_reference for one in release.labels if one.party_reference)
            _check(labels, self.parties, element, faults, UNKNOWN_PARTY)
        if "ResourceList" in self.entered:
            placed = (one.resource_reference for one in release.placements)
            _check(placed, self.resources, element, faults, UNKNOWN_RESOURCE)

    def deal(self, deal: ReleaseDeal, element: Element, faults: Faults) -> None:
        """Check which releases a deal names."""
        if "ReleaseList" in self.entered:
            named = deal.release_references
            _check(named, self.releases, element, faults, UNKNOWN_RELEASE)

    def _check_parties(self, named: Iterable[Credit], element: Element, faults: Faults) -> None:
        if "PartyList" not in self.entered:
            return
        for credit in named:
            if credit.party_reference and credit.party_reference not in self.parties:
                faults.add(element, credit.party_reference, UNKNOWN_PARTY)


def _add(known: set[str], reference: str, element: Element, faults: Faults) -> None:
    if reference in known:
        faults.add(element, reference, TWICE)
    known.add(reference)


def _check(
    named: Iterable[str], known: set[str], element: Element, faults: Faults, fault: Fault
) -> None:
    for reference in named:
        if reference not in known:
            faults.add(element, reference, fault)
