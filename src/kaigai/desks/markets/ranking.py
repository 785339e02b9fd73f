"""The markets of one artist in order, with reasons and flags."""

from collections.abc import Mapping
from math import isfinite

import numpy as np

from kaigai.desks.markets.demand import Demand, Fitted
from kaigai.desks.markets.demand_cells import Cells
from kaigai.desks.markets.flags import STOPS, Filled, flags_of
from kaigai.desks.markets.reasons import Around, Reasoning
from kaigai.desks.markets.result import Market
from kaigai.desks.markets.world import World
from kaigai.terms.text import Text


def ranked(
    demand: Demand, world: World, around: Around, services: tuple[str, ...]
) -> list[Market]:
    """Every territory, the recommended first, by what is latent times its chance."""
    weight = _weight(demand)
    now = _known(demand.now)
    flags = [
        flags_of(
            code,
            home=demand.home,
            services=services,
            filled=around.filled,
            closed=around.shut[code].share if code in around.shut else 0.0,
            covered=played is not None,
        )
        for code, played in zip(world.codes, now, strict=True)
    ]
    stopped = [bool(set(each) & set(STOPS)) for each in flags]
    order = sorted(range(len(flags)), key=lambda at: (stopped[at], -weight[at], world.codes[at]))
    reasons = Reasoning(demand, world, around)
    chance, n_known = _known(demand.chance), demand.n_known.tolist()
    expected = _three(demand.low, demand.expected, demand.high)
    latent = _three(*demand.latent)
    return [
        Market(
            demand.artist_id,
            world.codes[at],
            demand.unit,
            None if stopped[at] else place,
            now[at],
            expected[at],
            latent[at],
            chance[at],
            int(n_known[at]),
            tuple(reasons.of(at, flags[at])),
            flags[at],
        )
        for place, at in enumerate(order, 1)
    ]


def _weight(demand: Demand) -> np.ndarray:
    """What markets are ranked by; of an artist of whom nothing is known, a middling artist's."""
    latent = demand.latent[1]
    middling = np.exp(np.clip(demand.order, -50, 50))
    return np.where(np.isfinite(latent), latent, middling) * np.nan_to_num(demand.chance)


def _known(values: np.ndarray) -> list[float | None]:
    return [each if isfinite(each) else None for each in values.tolist()]


def _three(
    low: np.ndarray, middle: np.ndarray, high: np.ndarray
) -> list[tuple[float, float, float] | None]:
    """The three of each territory, where the middle one is known."""
    every = zip(low.tolist(), middle.tolist(), high.tolist(), strict=True)
    return [each if isfinite(each[1]) else None for each in every]


def around(
    fit: Fitted, cells: Cells, names: Mapping[str, Text], filled: Mapping[str, Filled]
) -> Around:
    """What reasons need of a fitted model and the workspace."""
    heard = {
        artist.artist_id: dict(zip(artist.at.tolist(), np.exp(artist.plays).tolist(), strict=True))
        for artist in fit.artists.values()
    }
    called = {artist: Text(name, name) for artist, name in cells.names.items() if name}
    return Around({**called, **names}, heard, filled, {})
