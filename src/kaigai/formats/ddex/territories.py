"""Reads territory statements: codes as given, with what is included and what is left out."""

from kaigai.formats.ddex.elements import NAMES, Element, text_of
from kaigai.formats.ddex.faults import BAD_TERRITORY, BOTH_TERRITORIES, Faults
from kaigai.formats.ddex.places import Places, interned, is_known


class Territories:
    """Gathers the TerritoryCode and ExcludedTerritoryCode children of one element."""

    __slots__ = ("codes", "excluded", "schemes")

    def __init__(self) -> None:
        self.codes: list[str] = []
        self.excluded: list[str] = []
        self.schemes: list[tuple[str, str]] = []

    def take(self, element: Element, is_excluded: bool, faults: Faults) -> None:
        """Add one code; one that nobody knows is kept and noted."""
        code = text_of(element)
        if not is_known(code):
            faults.add(element, code, BAD_TERRITORY)
            if not code:
                return
        scheme = element.get("IdentifierType")
        if scheme is not None:
            self.schemes.append((code, scheme))
        (self.excluded if is_excluded else self.codes).append(code)

    def places(self, element: Element, faults: Faults) -> Places | None:
        """The statement as a whole; None when no code stands there.

        Both lists at once are against the schema: then only what is not excluded is granted.
        """
        if self.codes and self.excluded:
            faults.add(element, "TerritoryCode, ExcludedTerritoryCode", BOTH_TERRITORIES)
            left_out = set(self.excluded)
            kept = tuple(code for code in self.codes if code not in left_out)
            if "Worldwide" in kept:
                return interned(tuple(self.excluded), True, tuple(self.schemes))
            return interned(kept, False, tuple(self.schemes))
        codes = self.excluded or self.codes
        if not codes:
            return None
        return interned(tuple(codes), bool(self.excluded), tuple(self.schemes))


def places_in(element: Element, faults: Faults) -> Places | None:
    """The Places of the codes that are direct children of `element`."""
    territories = Territories()
    for child in element:
        name = NAMES[child.tag]
        if name == "TerritoryCode":
            territories.take(child, False, faults)
        elif name == "ExcludedTerritoryCode":
            territories.take(child, True, faults)
    return territories.places(element, faults)
