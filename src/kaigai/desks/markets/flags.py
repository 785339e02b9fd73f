"""What speaks against a market: sanctions, services that are not there, lists filled by few."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kaigai.desks.markets.world import World
from kaigai.terms.territories import SANCTIONED
from kaigai.terms.text import Text

if TYPE_CHECKING:
    import polars as pl

#: Where services that most plays come from are not offered, as they say themselves.
NOT_OFFERED: Final[Mapping[str, frozenset[str]]] = {
    "Spotify": frozenset({"BY", "CN", "CU", "IR", "KP", "RU", "SY"}),
    "YouTube": frozenset({"CN", "KP"}),
}
SMALL: Final = 6e5  #: income in millions of dollars below which a market is small
LARGE_SHARE: Final = 0.1  #: of all charts of a market; a star from abroad has a twentieth
JUMP: Final = 10.0  #: times as much as nearby
NEIGHBOURS: Final = 5
WIDELY: Final = 10  #: territories in which an artist charts who is no local one
STRONGEST: Final = 5  #: markets of an artist whose languages are looked at
ABOVE: Final = 4.0  #: times the artist's middling share

STOPS: Final = ("home", "sanctioned", "not offered", "organised", "closed")  #: not recommended


@dataclass(frozen=True, slots=True)
class Filled:
    """A market whose charts one artist fills as nowhere nearby."""

    artist_id: str
    share: float
    nearby: float


def flags_of(
    code: str,
    *,
    home: str | None,
    services: tuple[str, ...],
    filled: Mapping[str, Filled],
    closed: float,
    covered: bool,
) -> tuple[str, ...]:
    """The flags of a territory for an artist.

    services  those that the plays come from; closed: the share of recordings that are shut there
    covered   whether anybody's plays are known there
    """
    found = {
        "home": code == home,
        "sanctioned": code in SANCTIONED,
        "not offered": _is_absent(code, services),
        "organised": code in filled,
        "closed": closed >= 1.0,
        "partly closed": 0.0 < closed < 1.0,
        "not reported": not covered,
    }
    return tuple(name for name, holds in found.items() if holds)


@lru_cache(maxsize=1_000)
def _is_absent(code: str, services: tuple[str, ...]) -> bool:
    """Whether none of the services that plays come from is offered there."""
    known = [NOT_OFFERED[each] for each in services if each in NOT_OFFERED]
    return code == "CN" or (bool(known) and all(code in each for each in known))


def organised(shares: "pl.DataFrame", charted: frozenset[str], world: World) -> dict[str, Filled]:
    """Small markets that one artist from elsewhere fills, without its neighbours.

    Plays bought or organised by few look like this; so do charts of very few listeners. Either
    way they say little of what people there like. `shares` has artist_id, territory and quantity,
    an artist's share of the charts there; `charted` are the territories that have charts.
    """
    import polars as pl

    widely = shares.group_by("artist_id").len().filter(pl.col("len") >= WIDELY)
    large = shares.filter(pl.col("quantity") >= LARGE_SHARE).join(
        widely, on="artist_id", how="semi"
    )
    found: dict[str, Filled] = {}
    for artist, code, share in large.sort("quantity").iter_rows():
        if not world.income[world.at(code)] < SMALL:
            continue
        of = shares.filter(pl.col("artist_id") == artist)
        others = of.filter(pl.col("territory") != code)["quantity"]
        nearby = _nearby(of, code, charted, world)
        usual = float(others.median() or 0.0)
        if share > max(JUMP * nearby, ABOVE * usual) and not _kindred(of, code, world):
            found[code] = Filled(artist, share, nearby)
    return found


def _nearby(of: "pl.DataFrame", code: str, charted: frozenset[str], world: World) -> float:
    """The artist's mean share of the nearest markets that have charts."""
    near = [each for each in world.near(code) if each in charted][:NEIGHBOURS]
    held = dict(of.select("territory", "quantity").iter_rows())
    return sum(held.get(each, 0.0) for each in near) / len(near) if near else 0.0


def _kindred(of: "pl.DataFrame", code: str, world: World) -> bool:
    """Whether one of the artist's strongest other markets speaks the same language."""
    language = world.main_language(code)
    strongest = of.sort("quantity", descending=True)["territory"].to_list()
    others = [other for other in strongest if other != code][:STRONGEST]
    return language is not None and language in {world.main_language(other) for other in others}


FLAG_WORDS: Final[Mapping[str, Text]] = {
    "home": Text("home", "本国"),
    "sanctioned": Text("sanctions", "制裁対象"),
    "not offered": Text("services absent", "サービス未提供"),
    "organised": Text("filled charts", "チャートに偏り"),
    "closed": Text("closed by rights", "権利で閉鎖"),
    "partly closed": Text("partly closed", "一部閉鎖"),
    "not reported": Text("not reported", "報告なし"),
}
