"""Territories as a message gives them: codes, their list, and whether they are left out."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kaigai.formats.ddex.elements import Element, truth
from kaigai.terms.territories import expand


@dataclass(slots=True, frozen=True)
class Places:
    """The territories of one statement, as given and in the order given.

    codes        ISO 3166-1 (`JP`), ISO 3166-2 (`ES-CN`), `Worldwide` or TIS (`2136`)
    is_excluded  True: everywhere but these
    schemes      code -> `IdentifierType` for codes that carry one (`TIS`, `DeprecatedISO` …)
    """

    codes: tuple[str, ...]
    is_excluded: bool = False
    schemes: tuple[tuple[str, str], ...] = ()


#: A block by territory that names none.
NOWHERE = Places(())


@lru_cache(maxsize=4096)
def is_known(code: str) -> bool:
    """Whether this is a territory, a group or a part of one in any list that DDEX allows."""
    return not expand((code,)).unknown


@lru_cache(maxsize=4096)
def places_of(code: str) -> Places:
    """The Places of an attribute with one code or several, separated by spaces."""
    return Places(tuple(code.split()))


def applicable(element: Element) -> Places | None:
    """The Places of `@ApplicableTerritoryCode`; None when it is not said."""
    code = element.get("ApplicableTerritoryCode")
    return places_of(code) if code else None


class Statement(NamedTuple):
    """What the attributes of a title or a name say of it; None for what they do not."""

    language: str | None
    places: Places | None
    is_default: bool | None
    is_original: bool | None


def statement(element: Element) -> Statement:
    """The Statement of an element: few are made, and thousands of titles share them."""
    return _statement(tuple(element.items()))


@lru_cache(maxsize=4096)
def _statement(attributes: tuple[tuple[str, str], ...]) -> Statement:
    get = dict(attributes).get
    code = get("ApplicableTerritoryCode")
    return Statement(
        get("LanguageAndScriptCode"),
        places_of(code) if code else None,
        truth(get("IsDefault")),
        truth(get("IsInOriginalLanguage")),
    )


@lru_cache(maxsize=4096)
def interned(
    codes: tuple[str, ...], is_excluded: bool, schemes: tuple[tuple[str, str], ...]
) -> Places:
    """One Places per distinct list, as the same list stands in thousands of deals."""
    return Places(codes, is_excluded, schemes)
