"""The markets of one artist in order, with reasons and flags."""

from collections.abc import Mapping

import numpy as np

from kaigai.desks.markets.demand import Demand, Fitted
from kaigai.desks.markets.demand_cells import Cells
from kaigai.desks.markets.flags import STOPS, Filled, flags_of
from kaigai.desks.markets.reasons import Around, Shut, reasons
from kaigai.desks.markets.result import Market
from kaigai.desks.markets.world import World
from kaigai.terms.text import Text


def ranked(
    demand: Demand, world: World, around: Around, services: tuple[str, ...]
) -> list[Market]:
    """Every territory, the recommended first, by what is latent times its chance."""
    weight = _weight(demand)
    flags = [
        flags_of(
            code,
            home=demand.home,
            services=services,
            filled=around.filled,
            closed=around.shut.get(code, Shut(0, 0)).share,
            covered=bool(np.isfinite(demand.now[at])),
        )
        for at, code in enumerate(world.codes)
    ]
    stopped = [bool(set(each) & set(STOPS)) for each in flags]
    order = sorted(range(len(flags)), key=lambda at: (stopped[at], -weight[at], world.codes[at]))
    low, middle, high = demand.latent
    return [
        Market(
            demand.artist_id,
            world.codes[at],
            demand.unit,
            None if stopped[at] else place,
            _known(demand.now[at]),
            _three(demand.low[at], demand.expected[at], demand.high[at]),
            _three(low[at], middle[at], high[at]),
            _known(demand.chance[at]),
            int(demand.n_known[at]),
            tuple(reasons(demand, at, flags[at], world, around)),
            flags[at],
        )
        for place, at in enumerate(order, 1)
    ]


def _weight(demand: Demand) -> np.ndarray:
    """What markets are ranked by; of an artist of whom nothing is known, a middling artist's."""
    latent = demand.latent[1]
    middling = np.exp(np.clip(demand.order, -50, 50))
    return np.where(np.isfinite(latent), latent, middling) * np.nan_to_num(demand.chance)


def _known(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _three(low: float, middle: float, high: float) -> tuple[float, float, float] | None:
    return (float(low), float(middle), float(high)) if np.isfinite(middle) else None


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
