"""How far plays spread, learned from the cells: a model is fitted."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from kaigai.desks.markets.demand_model import Artist, Model, Numbers, Spread, alike
from kaigai.desks.markets.world import World

CELLS: Final = 30  #: cells of one artist that do
SAMPLE: Final = 60  #: artists whose cells tell how far things spread


def unfitted(
    world: World,
    artists: Sequence[Artist],
    *,
    homes: Sequence[int],
    follows: Numbers | None = None,
    affinity: Numbers | None = None,
) -> Model:
    """The model of these artists' cells with spreads as they usually are."""
    return Model(world, tuple(homes), alike(world, follows), Spread(), tuple(artists), affinity)


def learn_spread(whole: Model, seed: int) -> Spread:
    """The likeliest spreads, held by what is usual: a factor of two is one standard deviation.

    Few artists change them little; they are learned on at most SAMPLE artists drawn by `seed`.
    """
    from scipy.optimize import minimize

    usual = Spread().array()
    chosen = _sample([each for each in whole.artists if len(each.at) > 1], seed)
    chosen = [_thinned(each, seed) for each in chosen]
    if not chosen:
        return Spread()
    seen = np.concatenate([artist.at for artist in chosen])
    near = np.unique(np.concatenate([seen, [artist.home for artist in chosen], whole.homes]))
    part = whole.within(near.astype(np.int64), chosen)

    def unlikely(logs: Numbers) -> float:
        model = part.spread_by(Spread(*np.exp(logs)))
        return -model.likelihood + float((((logs - usual) / np.log(2)) ** 2).sum()) / 2

    found = minimize(
        unlikely, usual, method="L-BFGS-B", bounds=[(-3, 2)] * len(usual),
        options={"maxiter": 12},
    )  # fmt: skip
    return Spread(*(float(each) for each in np.exp(found.x)))


def _sample(artists: Sequence[Artist], seed: int) -> Sequence[Artist]:
    if len(artists) <= SAMPLE:
        return artists
    drawn = np.random.default_rng(seed).choice(len(artists), SAMPLE, replace=False)
    return [artists[at] for at in np.sort(drawn)]


def _thinned(artist: Artist, seed: int) -> Artist:
    """The same with no more than CELLS cells."""
    if len(artist.at) <= CELLS:
        return artist
    kept = np.sort(np.random.default_rng(seed).choice(len(artist.at), CELLS, replace=False))
    return replace(artist, at=artist.at[kept], plays=artist.plays[kept])
