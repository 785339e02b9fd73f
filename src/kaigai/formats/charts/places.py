"""Where a chart is from: out of its territory cell, or out of its name."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from kaigai.terms.territories import name_to_code
from kaigai.terms.territory_codes import EVERYWHERE

_WORLD: Final = re.compile(
    r"(?:global|world ?wide|world|ww|all|international|全世界|世界|グローバル|ワールド)"
    r"[\s_-]*(\d{0,4})"
)
#: Charts that stand where a territory should, with the territory that they are of.
_CHARTS: Final = {"hot100": "US", "billboard200": "US", "japanhot100": "JP"}

_WORDS: Final = {
    "uk": "GB", "us": "US", "u s": "US", "usa": "US", "canadian": "CA", "australian": "AU",
    "brasil": "BR", "japanese": "JP", "korean": "KR", "german": "DE", "french": "FR",
    "italian": "IT", "spanish": "ES",
}  # fmt: skip
_REGIONS: Final = frozenset({"arabic", "excl", "europe", "asia", "nordic"})
_ALBUMS: Final = re.compile(r"albums?\b|アルバム|^soundtracks$|^billboard-200$", re.IGNORECASE)
_ARTISTS: Final = re.compile(
    r"\bartists?\b|producers?\b|songwriters?\b|アーティスト|作家", re.IGNORECASE
)


class Place(NamedTuple):
    """A territory (ISO alpha-2 or EVERYWHERE), and the chart that its cell named instead of it."""

    territory: str | None
    chart: str | None = None


@lru_cache(maxsize=4096)
def place_of(text: str) -> Place:
    """The territory of a cell; Place(None) when nobody knows it."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    if found := _WORLD.fullmatch(plain):
        return Place(EVERYWHERE, text.strip() if found.group(1) else None)
    key = "".join(char for char in plain if char.isalnum())
    if key in _CHARTS:
        return Place(_CHARTS[key], text.strip())
    return Place(name_to_code(plain))


@lru_cache(maxsize=4096)
def place_of_chart(name: str, service: str | None = None) -> str | None:
    """The territory that a chart's name speaks of (`japan-hot-100`, `official-uk-songs`).

    A chart of Billboard that names no place is of the United States; one that names a region,
    or a country and the world, is of no single territory: None.
    """
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", name).casefold())
    if set(words) & _REGIONS:
        return None
    found = set(_named(words))
    if {"global", "world", "worldwide"} & set(words):
        found.add(EVERYWHERE)
    if not found and (service == "Billboard" or "billboard" in words):
        return "US"
    return found.pop() if len(found) == 1 else None


def _named(words: list[str]) -> Iterator[str]:
    at = 0
    while at < len(words):
        for length in (3, 2, 1):
            phrase = " ".join(words[at : at + length])
            code = _WORDS.get(phrase)
            if code is None and len(phrase) > 3:
                code = name_to_code(phrase)
            if code is not None:
                yield code
                at += length - 1
                break
        at += 1


def ranks_albums(chart: str) -> bool:
    """Whether a chart lists albums, not songs."""
    return bool(_ALBUMS.search(chart))


def ranks_artists(chart: str) -> bool:
    """Whether a chart lists people, not songs."""
    return bool(_ARTISTS.search(chart))
