"""The model over the signals: a weighted sum and boosted trees, averaged as log-odds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kaigai.desks.markets.examples import Examples, Floats, Question

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
    "early_stopping": False,
}


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
class Model:
    """What was learned; without trees the weighted sum stands alone."""

    linear: Linear
    trees: Any = None

    def score(self, rows: Floats) -> Scores:
        """Log-odds that a cell is reached within the horizon."""
        linear = self.linear.score(rows)
        if self.trees is None:
            return linear
        with _one_thread():
            boosted: Scores = self.trees.decision_function(rows)
        return (linear + boosted) / 2

    def rank(self, asked: Question) -> Scores:
        """The log-odds of every cell that is asked about; minus infinity elsewhere."""
        scores = np.full(asked.asked.shape, -np.inf)
        scores[asked.asked] = self.score(asked.rows(asked.asked, self.linear.names))
        return scores


def fit(examples: Examples, *, seed: int) -> Model | None:
    """The model of some examples; None where too few of them came."""
    if examples.came.sum() < FEWEST:
        return None
    return Model(fit_linear(examples), fit_trees(examples, seed=seed))


def fit_linear(examples: Examples) -> Linear:
    """A logistic regression on standardised features."""
    from sklearn.linear_model import LogisticRegression

    rows = examples.features
    mean = np.average(rows, axis=0, weights=examples.weight).astype(np.float64)
    spread = np.sqrt(np.average((rows - mean) ** 2, axis=0, weights=examples.weight))
    spread = np.maximum(spread, 1e-6)
    with _one_thread():
        fitted = LogisticRegression(C=FIRM, max_iter=500).fit(
            (rows - mean) / spread, examples.came, sample_weight=examples.weight
        )
    return Linear(examples.names, mean, spread, fitted.coef_[0], float(fitted.intercept_[0]))


def fit_trees(examples: Examples, *, seed: int) -> Any:
    """Boosted trees (scikit-learn's histogram kind)."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    with _one_thread():
        return HistGradientBoostingClassifier(**TREES, random_state=seed).fit(
            examples.features, examples.came, sample_weight=examples.weight
        )


def _one_thread() -> Any:
    """So that sums come in the same order, and the same answers, on every machine."""
    from threadpoolctl import threadpool_limits

    return threadpool_limits(1)
