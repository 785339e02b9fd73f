"""Reads who took part: display artists, contributors, composers, in 3.x and 4.x alike."""

from kaigai.formats.ddex.elements import NAMES, Element, own_value, text_of
from kaigai.formats.ddex.faults import Faults
from kaigai.formats.ddex.message import Credit, Party, Release, Resource
from kaigai.formats.ddex.parties import read_ids, read_names
from kaigai.formats.ddex.places import Places

_ROLES = frozenset(
    {
        "Role",
        "ArtistRole",
        "DisplayArtistRole",
        "ArtisticRole",
        "ResourceContributorRole",
        "IndirectResourceContributorRole",
    }
)
_REFERENCES = frozenset({"ArtistPartyReference", "ContributorPartyReference"})
_SPECIAL = frozenset({"SpecialDisplayArtist", "SpecialContributor"})


def credit_from(element: Element, kind: str, places: Places | None) -> Credit:
    """The Credit of any element that names a party and what it did."""
    number = element.get("SequenceNumber")
    sequence = int(number) if number and number.isdecimal() and len(number) < 7 else None
    credit = Credit(kind, sequence=sequence, places=places)
    for child in element:
        name = NAMES[child.tag]
        if name in _ROLES:
            _read_role(credit, child)
        elif name in _REFERENCES:
            credit.party_reference = text_of(child) or None
        elif name == "PartyName":
            read_names(_inline(credit).names, child)
        elif name == "PartyId":
            read_ids(_inline(credit).ids, child)
        elif name == "InstrumentType":
            credit.instruments.append(own_value(child))
        elif name in _SPECIAL:
            credit.special = own_value(child) or None
    return credit


def _inline(credit: Credit) -> Party:
    if credit.party is None:
        credit.party = Party(None)
    return credit.party


def _read_role(credit: Credit, element: Element) -> None:
    """Text up to 4.3; `Role/Value` with its own instruments in 4.3.2."""
    text = own_value(element)
    if text:
        credit.roles.append(text)
        return
    for child in element:
        name = NAMES[child.tag]
        if name == "Value":
            credit.roles.append(own_value(child))
        elif name == "InstrumentType":
            credit.instruments.append(own_value(child))


def display_artist(
    it: Resource | Release, element: Element, faults: Faults, places: Places | None
) -> None:
    """`DisplayArtist`, and 3.x's `DisplayConductor`."""
    it.artists.append(credit_from(element, "artist", places))


def contributor(it: Resource, element: Element, faults: Faults, places: Places | None) -> None:
    """`Contributor` (4.x) and `ResourceContributor` (3.x)."""
    it.contributors.append(credit_from(element, "contributor", places))


def indirect_contributor(
    it: Resource, element: Element, faults: Faults, places: Places | None
) -> None:
    """`IndirectResourceContributor` (3.x): who wrote the work."""
    it.contributors.append(credit_from(element, "indirect", places))
