"""Puts a release's resource groups in order: which recording stands on which disc, and where."""

from kaigai.formats.ddex.elements import NAMES, Element, is_true, text_of
from kaigai.formats.ddex.faults import BAD_NUMBER, Faults
from kaigai.formats.ddex.message import Linked, Placement

#: Groups within groups beyond this depth carry no disc or part that anybody uses.
_DEEPEST = 12


def placement_from(element: Element, reference: str) -> Placement:
    """The Placement of a `ReleaseResourceReference`, still without disc and sequence."""
    kind = element.get("ReleaseResourceType")
    return Placement(reference, is_secondary=kind == "SecondaryResource")


class Contents:
    """Takes the groups of one release in turn and gives every item its disc and sequence.

    One outer group holds the discs as groups, or the items of an only disc; several outer
    groups are the discs themselves. 3.x repeats groups by territory: each place counts once.
    """

    def __init__(self, placements: list[Placement], faults: Faults) -> None:
        self._placements = placements
        self._faults = faults
        self._outer: list[Element] = []

    def add_group(self, element: Element) -> None:
        """Take one outermost `ResourceGroup`."""
        self._outer.append(element)

    def close(self) -> None:
        """Place all items of the groups that were added."""
        listed = {one.resource_reference: one for one in self._placements}
        seen: set[tuple[str, int | None, int | None]] = {
            (one.resource_reference, one.disc, one.sequence)
            for one in self._placements
            if one.disc is not None
        }
        found: list[Placement] = []
        if len(self._outer) == 1:
            self._walk(self._outer[0], None, found, 0)
        else:
            for ordinal, group in enumerate(self._outer, 1):
                self._walk(group, self._number(group, ordinal), found, 1)
        for placement in found:
            key = (placement.resource_reference, placement.disc, placement.sequence)
            if key not in seen:
                seen.add(key)
                self._place(placement, listed)

    def _place(self, placement: Placement, listed: dict[str, Placement]) -> None:
        """A resource of the 3.x list gets its place here instead of a second entry."""
        known = listed.get(placement.resource_reference)
        if known is None or known.disc is not None:
            self._placements.append(placement)
            return
        placement.is_secondary = placement.is_secondary or known.is_secondary
        self._placements[self._placements.index(known)] = placement
        listed[placement.resource_reference] = placement

    def _walk(self, group: Element, disc: int | None, found: list[Placement], depth: int) -> None:
        inner = place = 0
        for child in group:
            name = NAMES[child.tag]
            if name == "ResourceGroupContentItem":
                place += 1
                item = self._item(child, place)
                if item is not None:
                    item.disc = disc or 1
                    found.append(item)
            elif name == "ResourceGroup" and depth < _DEEPEST:
                inner += 1
                number = disc if depth else self._number(child, inner)
                self._walk(child, number, found, depth + 1)
            elif name == "ResourceGroupResourceReferenceList":
                found += self._listed(child, disc or 1)

    def _listed(self, element: Element, disc: int) -> list[Placement]:
        texts = [text_of(child) for child in element]
        return [Placement(text, disc, n) for n, text in enumerate(filter(None, texts), 1)]

    def _number(self, group: Element, ordinal: int) -> int:
        for child in group:
            if NAMES[child.tag] == "SequenceNumber":
                return self._whole(child, ordinal)
        return ordinal

    def _whole(self, element: Element, otherwise: int) -> int:
        text = text_of(element)
        if text.isascii() and text.isdigit() and len(text) < 7:
            return int(text)
        self._faults.add(element, text, BAD_NUMBER)
        return otherwise

    def _item(self, element: Element, place: int) -> Placement | None:
        item: Placement | None = None
        linked: list[Linked] = []
        flags: set[str] = set()
        sequence: int | None = None
        for child in element:
            name = NAMES[child.tag]
            if name == "ReleaseResourceReference":
                item = placement_from(child, text_of(child))
            elif name == "SequenceNumber":
                sequence = self._whole(child, place)
            elif name == "LinkedReleaseResourceReference":
                linked.append(Linked(text_of(child), child.get("LinkDescription")))
            elif name.startswith("Is") and is_true(child.text):
                flags.add(name)
        if item is None or not item.resource_reference:
            return None
        if sequence is None and not item.is_secondary:
            sequence = place
        item.sequence, item.linked = sequence, linked
        item.is_bonus, item.is_hidden = "IsBonusResource" in flags, "IsHiddenResource" in flags
        return item
