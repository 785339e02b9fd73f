"""Where a file goes, as people say it: a code, a name, a group of territories, or Worldwide."""

from kaigai.formats.sheets.territory_cell import place_of
from kaigai.terms.territories import codes_of
from kaigai.terms.text import Refused, Text


class NoTerritory(Refused):
    """A word that names no territory."""


def destinations(text: str) -> tuple[str, ...]:
    """The ISO codes that a word names; raises NoTerritory."""
    place = place_of(text)
    if place.unknown:
        name = ", ".join(place.unknown)
        raise NoTerritory(Text(f"{name} is no territory", f"{name} という国・地域はありません"))
    return tuple(codes_of(place.mask))
