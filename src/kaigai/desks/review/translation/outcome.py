"""What comes of files of translations and terms, for every door to show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kaigai.terms.text import Text


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a file brought: pairs in it, and those that were not known yet."""

    pairs: int
    new: int
    languages: Mapping[str, int]
    strangers: tuple[str, ...]  #: artists that the catalogue does not know


@dataclass(frozen=True, slots=True)
class Defined:
    """Terms that were set or removed, and rows of a sheet that cannot be used."""

    terms: tuple[Mapping[str, Any], ...]
    bad: tuple[tuple[int, Text], ...] = ()
