"""Territories as DDEX, ISO and the platforms write them, and sets of them as four-word masks."""

import struct
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Final, Literal

from kaigai.terms import tis
from kaigai.terms.territory_codes import (
    ALPHA3,
    ISO,
    NUMERIC,
    OUTSIDE,
    RESERVED_PARTS,
    SYNONYMS,
    WITHDRAWN,
)
from kaigai.terms.territory_names import name_of, name_to_code

__all__ = [
    "ISO",
    "SANCTIONED",
    "WORLD",
    "Expansion",
    "Mask",
    "alpha2_of",
    "codes_of",
    "complement",
    "count",
    "expand",
    "intersect",
    "mask_id",
    "mask_of",
    "minus",
    "name_of",
    "name_to_code",
    "numeric_of",
    "union",
]

Mask = tuple[int, int, int, int]
"""A set of territories: bit i of ISO is bit i % 63 of word i // 63 (each fits a signed BIGINT)."""

WORD_BITS: Final = 63
_WORD: Final = (1 << WORD_BITS) - 1
_PLACE: Final = {code: place for place, code in enumerate(ISO)}
_WORLD_WORDS: Final = frozenset({"WORLDWIDE", "WORLD", "WW", "2WL", "GLOBAL", "全世界", "世界"})

# Blocked so often, whatever the rights are, that a block there says nothing of the owner's wish.
# KP CU IR SY are, or long were, under comprehensive sanctions (US Treasury, OFAC); in RU and BY
# many services and labels stopped selling in 2022; IO and SS stand for no market, yet a recorded
# YouTube answer (contentDetails.regionRestriction) blocks exactly BY IO KP RU SS.
SANCTIONED: Final[frozenset[str]] = frozenset({"BY", "CU", "IO", "IR", "KP", "RU", "SS", "SY"})


@dataclass(frozen=True, slots=True)
class Expansion:
    """What a list of territory codes grants, and what in it could not be counted.

    `unknown`: codes nobody knows. `partial`: parts of a territory (ES-CN), counted as nothing.
    `withdrawn`: old codes, counted as their successors. `outside`: known, with no bit (XK).
    """

    mask: Mask
    unknown: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


def _split(bits: int) -> Mask:
    return (
        bits & _WORD,
        bits >> WORD_BITS & _WORD,
        bits >> 2 * WORD_BITS & _WORD,
        bits >> 3 * WORD_BITS,
    )


def _join(mask: Mask) -> int:
    first, second, third, fourth = mask
    return first | second << WORD_BITS | third << 2 * WORD_BITS | fourth << 3 * WORD_BITS


WORLD: Final[Mask] = _split((1 << len(ISO)) - 1)


def mask_of(codes: Iterable[str]) -> Mask:
    """The mask of ISO alpha-2 codes as they stand; ValueError names a code that is not one."""
    bits = 0
    for code in codes:
        try:
            bits |= 1 << _PLACE[code]
        except KeyError:
            raise ValueError(f"{code!r} is not an ISO 3166-1 alpha-2 code") from None
    return _split(bits)


@lru_cache(maxsize=65536)
def codes_of(mask: Mask) -> tuple[str, ...]:
    """The alpha-2 codes of a mask, alphabetical."""
    bits = _join(mask)
    return tuple(code for place, code in enumerate(ISO) if bits >> place & 1)


def union(*masks: Mask) -> Mask:
    """Territories in any of the masks."""
    bits = 0
    for mask in masks:
        bits |= _join(mask)
    return _split(bits)


def intersect(*masks: Mask) -> Mask:
    """Territories in all of the masks; of no mask at all, the world."""
    bits = _join(WORLD)
    for mask in masks:
        bits &= _join(mask)
    return _split(bits)


def minus(mask: Mask, *others: Mask) -> Mask:
    """Territories of `mask` that are in none of the others."""
    return _split(_join(mask) & ~_join(union(*others)))


def complement(mask: Mask) -> Mask:
    """The territories of the world that are not in `mask`."""
    return minus(WORLD, mask)


def count(mask: Mask) -> int:
    """How many territories a mask holds, 0 to 249."""
    return sum(word.bit_count() for word in mask)


@lru_cache(maxsize=65536)
def mask_id(mask: Mask) -> int:
    """A stable number for a mask, 0 to 2**63 - 1: the set_id of stored territory sets."""
    digest = blake2b(struct.pack(">4Q", *mask), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def expand(codes: Iterable[str]) -> Expansion:
    """Every code of a deal, a sheet or a video taken together.

    Takes ISO alpha-2 (any case or width), Worldwide, EU, XK, ISO 3166-2 parts, ISO 3166-3 and
    other withdrawn codes, TIS numbers with their groups, and alpha-3. Never raises.
    """
    return _expand(tuple(codes))


@lru_cache(maxsize=65536)
def _expand(codes: tuple[str, ...]) -> Expansion:
    bits = 0
    odd: dict[str, dict[str, None]] = {}
    for code in codes:
        kind, members = _one(code)
        for member in members:
            bits |= 1 << _PLACE[member]
        if kind != "known":
            odd.setdefault(kind, {})[code] = None
    return Expansion(
        _split(bits),
        *(tuple(odd.get(k, ())) for k in ("unknown", "partial", "withdrawn", "outside")),
    )


_Kind = Literal["known", "unknown", "partial", "withdrawn", "outside"]
_Found = tuple[_Kind, tuple[str, ...]]


@lru_cache(maxsize=8192)
def _one(written: str) -> _Found:
    code = unicodedata.normalize("NFKC", written).strip().upper()
    code = SYNONYMS.get(code, code)
    if code in _PLACE:
        return "known", (code,)
    if code in _WORLD_WORDS:
        return "known", ISO
    if code in WITHDRAWN:
        return "withdrawn", WITHDRAWN[code]
    if code in OUTSIDE:
        return "outside", ()
    if code == "EU":
        return "known", tis.GROUPS[2123]
    if code in ALPHA3:
        return "known", (ALPHA3[code],)
    return _tis(int(code)) if code.isdecimal() and len(code) < 5 else (_part(code), ())


def _tis(number: int) -> _Found:
    if number == tis.WORLD_CODE:
        return "known", ISO
    if number in tis.COUNTRIES:
        return "known", (tis.COUNTRIES[number],)
    if number in tis.WITHDRAWN:
        return "withdrawn", tis.WITHDRAWN[number]
    return ("known", tis.GROUPS[number]) if number in tis.GROUPS else ("unknown", ())


def _part(code: str) -> Literal["partial", "unknown"]:
    country, dash, part = code.partition("-")
    if code in RESERVED_PARTS:
        return "partial"
    known = country in _PLACE and dash and part.isascii() and part.isalnum() and len(part) < 4
    return "partial" if known else "unknown"


def alpha2_of(alpha3: str) -> str:
    """The alpha-2 code of an alpha-3 code; ValueError when there is none."""
    try:
        return ALPHA3[alpha3.strip().upper()]
    except KeyError:
        raise ValueError(f"{alpha3!r} is not an ISO 3166-1 alpha-3 code") from None


def numeric_of(code: str) -> int:
    """The ISO numeric code of an alpha-2 code (JP -> 392), by which map shapes are joined."""
    try:
        return NUMERIC[code]
    except KeyError:
        raise ValueError(f"{code!r} is not an ISO 3166-1 alpha-2 code") from None
