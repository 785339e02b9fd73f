"""How likely an artist is to be heard in a territory at all, by where else it is heard."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from kaigai.desks.markets.demand_model import Artist, Model, Numbers, Places, Prediction

ROUNDS: Final = 12
RIDGE: Final = 1.0
CERTAIN: Final = 30.0  #: log odds beyond which nothing changes


@dataclass(frozen=True)
class Chance:
    """A logistic regression on what else is known; `least` is the smallest cell of a market.

    covered  territories whose plays or charts are known: elsewhere nobody is known to be heard
    """

    weights: Numbers
    least: Numbers
    open: Numbers
    covered: Places

    def of(self, model: Model, artist: Artist, found: Prediction) -> Numbers:
        """The chance (0 to 1) in each territory; nan where the model knows no market."""
        logs = _features(self.least, self.open, model, artist, found) @ self.weights
        return 1 / (1 + np.exp(-np.clip(logs, -CERTAIN, CERTAIN)))


def openness(every: Sequence[Artist], n: int) -> tuple[Numbers, Numbers]:
    """Of each territory the smallest known cell, and the logarithm of the share of artists who
    are heard there; of one where nobody is known to be, what is usual."""
    least, heard = np.full(n, np.inf), np.zeros(n)
    for artist in every:
        least[artist.at] = np.minimum(least[artist.at], artist.plays)
        heard[artist.at] += 1
    usual = float(np.median(least[np.isfinite(least)]))
    share = (heard + 0.5) / (len(every) + 1)
    return (
        np.where(np.isfinite(least), least, usual),
        np.log(np.where(heard > 0, share, np.median(share[heard > 0]))),
    )


def learn_chance(
    model: Model, least: Numbers, open_: Numbers, covered: Places, sample: Sequence[Artist]
) -> Numbers:
    """The weights, from where artists of the sample are heard and where not, of the covered
    territories."""
    n = len(model.world.codes)
    rows, is_heard = [], []
    for artist in sample:
        there = np.isin(np.arange(n), artist.at)
        features = _features(least, open_, model, artist, model.predict(artist))
        rows.append(features[covered])
        is_heard.append(there[covered])
    return _fitted(np.vstack(rows), np.concatenate(is_heard).astype(float))


def _features(
    least: Numbers, open_: Numbers, model: Model, artist: Artist, found: Prediction
) -> Numbers:
    """One row per territory, what the artist does in that territory left out."""
    n = len(least)
    known = np.full(n, float(len(artist.at)))
    known[artist.at] -= 1
    alike = model.alike[:, artist.at].copy()
    alike[artist.at, np.arange(len(artist.at))] = 0.0
    nearest = alike.max(axis=1, initial=0.0)
    return np.column_stack(
        [
            np.ones(n),
            np.clip((found.middle - least) / found.spread, -6, 6),
            np.log1p(known),
            nearest,
            alike.sum(axis=1) / (1 + known),
            np.arange(n) == artist.home,
            open_,
        ]
    )


def _fitted(rows: Numbers, heard: Numbers) -> Numbers:
    """Weights by Newton's method, drawn to nothing a little."""
    weights = np.zeros(rows.shape[1])
    ridge = np.eye(rows.shape[1]) * RIDGE
    for _ in range(ROUNDS):
        odds = 1 / (1 + np.exp(-np.clip(rows @ weights, -CERTAIN, CERTAIN)))
        slope = rows.T @ (heard - odds) - RIDGE * weights
        curve = (rows * (odds * (1 - odds))[:, None]).T @ rows + ridge
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if float(np.abs(step).max()) < 1e-6:
            break
    return weights
