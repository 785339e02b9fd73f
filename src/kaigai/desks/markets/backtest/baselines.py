"""What the model is compared with: four plain methods, each as good as it plainly gets.

All see the same past as the model, and the two that learn do so from the same earlier days.

co-occurrence        the mean, over the territories already reached, of the share of their
                     artists who are heard in this one, too
cosine kNN           territories as sets of artists: the sum of the cosines between this one and
                     those already reached
logistic regression  and boosted trees: the eleven features that anybody would take
"""

from collections.abc import Callable, Mapping

import numpy as np

from kaigai.desks.markets.examples import Examples, Question
from kaigai.desks.markets.model import PLAIN, Scores, fit_linear, fit_trees
from kaigai.terms.text import Text

NAMES: Mapping[str, Text] = {
    "co-occurrence": Text("co-occurrence", "共起"),
    "knn": Text("cosine kNN", "コサインkNN"),
    "logistic": Text("logistic regression", "ロジスティック回帰"),
    "trees": Text("boosted trees", "勾配ブースティング木"),
}


def baselines(asked: Question, examples: Examples, *, seed: int) -> Mapping[str, Scores]:
    """The scores of each baseline, minus infinity where nothing is asked."""
    plain = examples.only(PLAIN)
    linear, trees = fit_linear(plain), fit_trees(plain, seed=seed)
    counts, panel = asked.given["counts"], asked.panel
    reached = panel.present.astype(np.float64)
    mean = reached @ counts.shared / np.maximum(reached.sum(axis=1, keepdims=True), 1)
    return {
        "co-occurrence": _where(asked, mean[asked.asked]),
        "knn": _where(asked, (reached @ counts.cosine)[asked.asked]),
        "logistic": _learned(asked, linear.score),
        "trees": _learned(asked, trees.decision_function),
    }


def _learned(asked: Question, score: Callable[..., Scores]) -> Scores:
    rows = np.stack([asked.features[name][asked.asked] for name in PLAIN], axis=1)
    return _where(asked, score(rows))


def _where(asked: Question, values: Scores) -> Scores:
    scores = np.full(asked.asked.shape, -np.inf)
    scores[asked.asked] = values
    return scores
