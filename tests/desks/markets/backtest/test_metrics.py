"""The four figures against scikit-learn's and against counting by hand."""

import numpy as np
from sklearn.metrics import average_precision_score, roc_auc_score

from kaigai.desks.markets.backtest.metrics import draws_of, measure

NONE = np.zeros((0, 1), dtype=np.int64)


def test_precision_and_recall_by_hand() -> None:
    scores = np.array([[6.0, 5, 4, 3, 2, 1, -np.inf], [1.0, 2, 3, 4, 5, 6, 7]])
    asked = np.isfinite(scores)
    came = np.zeros_like(asked)
    came[0, [0, 5]] = True  # the first of six, and the last: one of five, two of ten
    p5, r10, _, _ = measure(scores, asked, came, NONE)
    assert p5.value == 0.2
    assert r10.value == 1
    assert p5.low == p5.high == p5.value


def test_pooled_figures_are_scikit_learns_with_ties_too() -> None:
    generator = np.random.default_rng(4)
    scores = generator.integers(0, 9, (60, 20)).astype(float)
    asked = generator.random((60, 20)) < 0.8
    came = asked & (generator.random((60, 20)) < 0.02 * scores)
    values = measure(np.where(asked, scores, -np.inf), asked, came, NONE)
    assert np.isclose(values[2].value, roc_auc_score(came[asked], scores[asked]))
    assert np.isclose(values[3].value, average_precision_score(came[asked], scores[asked]))


def test_intervals_hold_the_figure_and_come_again_with_the_seed() -> None:
    generator = np.random.default_rng(4)
    scores = generator.random((200, 20))
    asked = np.ones((200, 20), dtype=bool)
    came = generator.random((200, 20)) < 0.1 * scores
    draws = draws_of(np.arange(200), 80, seed=7)
    first = measure(scores, asked, came, draws)
    assert all(each.low < each.value < each.high for each in first)
    assert first == measure(scores, asked, came, draws_of(np.arange(200), 80, seed=7))
