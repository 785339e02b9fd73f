"""What comes of the memory, the glossary and the services, before any door shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kaigai.desks.review.translation.provider_choice import Chosen
from kaigai.formats.sheets.form import BadRow


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a file brought: pairs in it, and those that were not known yet."""

    pairs: int
    new: int
    languages: Mapping[str, int]
    strangers: tuple[str, ...]  #: artists that the catalogue does not know


@dataclass(frozen=True, slots=True)
class Defined:
    """Terms in use, or those that were set or removed; rows of a sheet that cannot be used."""

    terms: tuple[Mapping[str, Any], ...]
    bad: tuple[BadRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Services:
    """Which translation service the settings choose, and whether its key is there."""

    chosen: Chosen | None
    has_key: bool
