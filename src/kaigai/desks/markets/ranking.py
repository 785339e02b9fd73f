"""The markets of one artist in order, with reasons and flags."""

from collections.abc import Mapping
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from kaigai.desks.markets.demand import Demand, Fitted
from kaigai.desks.markets.demand_cells import Cells
from kaigai.desks.markets.flags import STOPS, Filled, flags_of
from kaigai.desks.markets.reasons import Around, Reasoning
from kaigai.desks.markets.result import TOO_WIDE, Market
from kaigai.desks.markets.world import World
from kaigai.terms.text import Text


def ranked(
    demand: Demand, world: World, around: Around, services: tuple[str, ...]
) -> list[Market]:
    """Every territory by what is latent times its chance: the recommended first, then those of
    which nothing is known but their size, and what is not recommended."""
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
    wide = too_wide(demand)
    order = sorted(
        range(len(flags)), key=lambda at: (stopped[at], wide[at], -weight[at], world.codes[at])
    )
    reasons = Reasoning(demand, world, around)
    chance, n_known = _known(demand.chance), demand.n_known.tolist()
    narrow = np.where(wide, np.nan, demand.expected)
    expected = _three(demand.low, narrow, demand.high)
    low, middle, high = demand.latent
    latent = _three(low, np.where(wide, np.nan, middle), high)
    return [
        Market(
            demand.artist_id,
            world.codes[at],
            demand.unit,
            None if stopped[at] or wide[at] else place,
            now[at],
            expected[at],
            latent[at],
            chance[at],
            int(n_known[at]),
            tuple(reasons.of(at, flags[at])),
            flags[at],
            "too wide" if wide[at] else "known" if expected[at] else "unknown",
        )
        for place, at in enumerate(order, 1)
    ]


def too_wide(demand: Demand) -> NDArray[np.bool_]:
    """Where the interval is too wide to be a figure; not where nothing is expected at all."""
    wide: NDArray[np.bool_] = demand.high > TOO_WIDE * demand.low
    return wide & np.isfinite(demand.expected)


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
