"""The model over the signals: three weighted sums and boosted trees, averaged as log-odds.

Two sums and the trees work on levels: where a cell stands among the cells of its own day
(`levels.py`). The second sum is also given where it stands among the cells of its artist. The
third, the plain one, is given a few features as they are: how much larger the largest are, which
levels forget, tells apart the cells that are ranked first. It is the logistic regression that the
backtest compares with; so few features do not lead it astray when charts have grown.

Beside them stands a weighted sum of all features as they are: it says which signals speak for a
territory, and it ships for labels too small to learn from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kaigai.desks.markets.examples import Examples, Floats, Question
from kaigai.desks.markets.rank_transform import levels_of
from kaigai.desks.markets.threads import one_thread

Scores = NDArray[np.float64]

FEWEST = 50  #: markets that came, below which nothing is learned
FIRM = 0.1  #: scikit-learn's C: how little the weights are held back
TREES: Mapping[str, Any] = {
    "max_iter": 160,
    "learning_rate": 0.06,
    "max_leaf_nodes": 15,
    "min_samples_leaf": 100,
    "l2_regularization": 10.0,
    "max_features": 0.5,
    "max_bins": 63,
    "early_stopping": False,
}
QUICK: Mapping[str, Any] = {**TREES, "max_iter": 80, "learning_rate": 0.1, "max_features": 0.3}
GROVES = 2  #: seeds whose trees are averaged
SHARES: Mapping[str, float] = {"first": 3 / 16, "second": 3 / 16, "trees": 6 / 16, "plain": 4 / 16}

#: The features that anybody would take.
PLAIN = (
    "co-occurrence", "like-markets", "momentum", "distance", "home-language", "reached", "held",
    "weight", "last_heard", "known_for", "size",
)  # fmt: skip


@dataclass(frozen=True)
class Linear:
    """A weighted sum of features, each brought to mean 0 and spread 1."""

    names: tuple[str, ...]
    mean: Scores
    spread: Scores
    weights: Scores
    constant: float

    def score(self, rows: Floats) -> Scores:
        """Log-odds."""
        scores: Scores = ((rows - self.mean) / self.spread) @ self.weights + self.constant
        return scores


@dataclass(frozen=True)
class Members:
    """What is averaged, each by its share.

    names   of the features whose levels the first two sums and the trees are given
    within  the second sum's weights inside an artist
    plain   the sum of features as they are
    """

    names: tuple[str, ...]
    first: Scores
    second: Scores
    within: Scores
    constants: tuple[float, float]
    groves: tuple[Any, ...]
    plain: Linear

    def rank(self, asked: Question, cells: NDArray[np.bool_]) -> Scores:
        """The log-odds of open cells, one row each; of an artist all or none are given."""
        every = asked.open
        rows = np.empty((int(cells.sum()), len(self.names)), dtype=np.float32)
        for at, name in enumerate(self.names):
            rows[:, at] = levels_of(asked.features[name], every, cells)
        first = rows @ self.first + self.constants[0]
        second = rows @ self.second + self.constants[1] + _less_mean(rows @ self.within, cells)
        with one_thread():
            boosted = np.mean([each.decision_function(rows) for each in self.groves], axis=0)
        plain = self.plain.score(asked.rows(cells, self.plain.names))
        each = {"first": first, "second": second, "trees": boosted, "plain": plain}
        scores: Scores = np.sum([SHARES[name] * each[name] for name in SHARES], axis=0)
        return scores


@dataclass(frozen=True)
class Model:
    """What was learned; without members the weighted sum stands alone."""

    linear: Linear
    members: Members | None = None

    def rank(self, asked: Question) -> Scores:
        """The log-odds of every cell that is asked about; minus infinity elsewhere.

        Where it has members, the question is to be one of all artists, whichever are asked
        about: levels are read from them.
        """
        scores = np.full(asked.asked.shape, -np.inf)
        if self.members:
            cells = asked.open & asked.asked.any(axis=1, keepdims=True)
            scores[cells] = self.members.rank(asked, cells)
            scores[~asked.asked] = -np.inf
        else:
            scores[asked.asked] = self.linear.score(asked.rows(asked.asked, self.linear.names))
        return scores


def fit(examples: Examples, *, seed: int) -> Model | None:
    """The model of some examples; None where too few of them came."""
    if examples.came.sum() < FEWEST:
        return None
    return Model(fit_linear(examples), _members(examples, seed))


def _members(examples: Examples, seed: int) -> Members:
    width = len(examples.names)
    with one_thread():
        first = _logistic(examples.levels, examples)
        second = _logistic(np.hstack([examples.levels, examples.within]), examples)
        groves = [_grown(examples.levels, examples, QUICK, seed + at) for at in range(GROVES)]
    return Members(
        examples.names,
        first.coef_[0],
        second.coef_[0][:width],
        second.coef_[0][width:],
        (float(first.intercept_[0]), float(second.intercept_[0])),
        tuple(groves),
        fit_linear(examples.only(PLAIN)),
    )


def fit_linear(examples: Examples) -> Linear:
    """A logistic regression on standardised features."""
    rows = examples.features
    mean = np.average(rows, axis=0, weights=examples.weight).astype(np.float64)
    spread = np.sqrt(np.average((rows - mean) ** 2, axis=0, weights=examples.weight))
    spread = np.maximum(spread, 1e-6)
    with one_thread():
        fitted = _logistic((rows - mean) / spread, examples)
    return Linear(examples.names, mean, spread, fitted.coef_[0], float(fitted.intercept_[0]))


def fit_trees(examples: Examples, *, seed: int) -> Any:
    """Boosted trees (scikit-learn's histogram kind) on features as they are."""
    with one_thread():
        return _grown(examples.features, examples, TREES, seed)


def _logistic(rows: NDArray[Any], examples: Examples) -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=FIRM, max_iter=300, solver="newton-cholesky").fit(
        rows.astype(np.float64), examples.came, sample_weight=examples.weight
    )


def _grown(rows: Floats, examples: Examples, settings: Mapping[str, Any], seed: int) -> Any:
    from sklearn.ensemble import HistGradientBoostingClassifier

    return HistGradientBoostingClassifier(**settings, random_state=seed).fit(
        rows, examples.came, sample_weight=examples.weight
    )


def _less_mean(values: Scores, cells: NDArray[np.bool_]) -> Scores:
    """Values of cells less the mean over the cells of the same artist."""
    artist = np.nonzero(cells)[0]
    many = np.maximum(np.bincount(artist, minlength=len(cells)), 1)
    usual = np.bincount(artist, weights=values, minlength=len(cells)) / many
    less: Scores = values - usual[artist]
    return less
