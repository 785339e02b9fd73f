"""The numbers behind a reason: how many of how many, and whether they set a territory apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from kaigai.desks.markets.counts import WINDOW_DAYS
from kaigai.desks.markets.panel import LATELY_DAYS, Panel
from kaigai.desks.markets.words import territories
from kaigai.desks.markets.world import World

Numbers = NDArray[np.floating | np.integer]

LEAST: Final = 3  #: artists of whom it holds
LEAST_OF: Final = 10  #: artists who were counted
APART: Final = 1.25  #: times the share of the middling territory
NEAR_KM: Final = 3000.0
COMMON: Final = 0.3  #: of pairs of people who have a language in common


@dataclass(frozen=True, slots=True)
class Kin:
    """Artists whose home is known to be the same, by territory.

    heard   of all `of` of them; lately: those who came in four weeks, from elsewhere
    early   of `begun`, whose first chart place was seen: those who were here in eight weeks
    """

    home: str
    of: int
    heard: Numbers
    lately: Numbers
    begun: int
    early: Numbers


def home_of(panel: Panel, row: int) -> int | None:
    """The column of an artist's home; None where it is only guessed."""
    home = panel.home.get(panel.artists[row])
    return panel.territories.index(home) if home in panel.territories else None


def kin(panel: Panel, row: int) -> Kin | None:
    """The artists of the same home; None where the artist's own home is not known.

    Who stood in a chart on the first day of it was not seen to come.
    """
    every, home = panel.everyone, panel.home.get(panel.artists[row])
    if home is None:
        return None
    rows = [at for at, artist in enumerate(every.artists) if every.home.get(artist) == home]
    began = every.since_first.max(axis=0)
    since = every.since_first[rows]
    first = since.max(axis=1, keepdims=True)
    came = (since >= 0) & (since < began) & (since < first)
    is_seen = first[:, 0] < began.max()
    return Kin(
        home,
        len(rows),
        every.present[rows].sum(axis=0),
        (came & (since < LATELY_DAYS)).sum(axis=0),
        int(is_seen.sum()),
        (came & (first - since <= WINDOW_DAYS))[is_seen].sum(axis=0),
    )


def sets_apart(many: Numbers, of: Numbers | int, column: int) -> bool:
    """Whether enough were counted, and their share is above that of the middling territory."""
    of = np.broadcast_to(of, many.shape)
    if many[column] < LEAST or of[column] < LEAST_OF:
        return False
    share = many / np.maximum(of, 1)
    others = np.delete(share, column)
    return bool(share[column] >= APART * np.median(others)) if len(others) else False


def of_kin(panel: Panel, row: int, column: int, what: str, of: str) -> Mapping[str, Any] | None:
    """The numbers of artists of the same home, where they set a territory apart.

    The home itself is not compared with.
    """
    found, home = kin(panel, row), home_of(panel, row)
    if found is None or column == home:
        return None
    many, total = getattr(found, what), getattr(found, of)
    abroad = [at for at in range(len(many)) if at != home]
    if not sets_apart(many[abroad], total, abroad.index(column)):
        return None
    return {"home": territories([found.home]), "n": int(many[column]), "of": total}


def of_reached(
    panel: Panel, row: int, column: int, many: Numbers, of: Numbers, pull: Numbers
) -> Mapping[str, Any] | None:
    """The territory reached that pulls most, of whose artists enough are here as well."""
    reached = np.flatnonzero(panel.present[row] & (pull > 0))
    for place in reached[np.argsort(-pull[reached], kind="stable")]:
        others = [at for at in range(len(many)) if at != place]
        if column != place and sets_apart(
            many[place, others], int(of[place]), others.index(column)
        ):
            return {
                "place": territories([panel.territories[place]]),
                "n": f"{many[place, column]:,.0f}",
                "of": f"{of[place]:,.0f}",
            }
    return None


def nearest(
    panel: Panel, row: int, column: int, world: World, within: float = NEAR_KM
) -> Mapping[str, Any] | None:
    """The nearest territory reached, where one is near."""
    reached = np.flatnonzero(panel.present[row])
    reached = reached[reached != column]
    km = np.nan_to_num(world.km[reached, column], nan=np.inf)
    if not len(km) or km.min() > within:
        return None
    return {
        "km": f"{km.min():,.0f}",
        "place": territories([panel.territories[reached[km.argmin()]]]),
    }


def in_common(
    panel: Panel, places: NDArray[np.integer], column: int, world: World
) -> Mapping[str, Any] | None:
    """Of some territories the one with which most pairs of people have a language in common."""
    places = places[places != column]
    if not len(places):
        return None
    shared = world.shared_language()
    place = int(places[shared[places, column].argmax()])
    share = shared[place, column]
    if share < COMMON or share < APART * np.median(np.delete(shared[place], place)):
        return None
    return {"share": f"{share:.0%}", "place": territories([panel.territories[place]])}
