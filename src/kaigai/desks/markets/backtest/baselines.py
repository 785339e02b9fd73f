"""What the model is compared with: four plain methods, each as good as it plainly gets.

All see the same past as the model, and the two that learn do so from the same earlier days.

co-occurrence        the mean, over the territories already reached, of the share of their
                     artists who are heard in this one, too
cosine kNN           territories as sets of artists: the sum of the cosines between this one and
                     those already reached
logistic regression  and boosted trees: nine or ten features that anybody would take
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from kaigai.desks.markets.examples import Examples, Question
from kaigai.desks.markets.model import Scores, fit_linear, fit_trees
from kaigai.terms.text import Text

#: What the two that learn are given.
PLAIN = (
    "co-occurrence", "like-markets", "momentum", "distance", "home-language", "reached", "held",
    "weight", "last_heard", "known_for", "size",
)  # fmt: skip

NAMES: Mapping[str, Text] = {
    "co-occurrence": Text("co-occurrence", "共起"),
    "knn": Text("cosine kNN", "コサインkNN"),
    "logistic": Text("logistic regression", "ロジスティック回帰"),
    "trees": Text("boosted trees", "勾配ブースティング木"),
}


def baselines(asked: Question, examples: Examples, *, seed: int) -> Mapping[str, Scores]:
    """The scores of each baseline, minus infinity where nothing is asked."""
    plain = _only(examples, PLAIN)
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


def _only(examples: Examples, names: Sequence[str]) -> Examples:
    places = [examples.names.index(name) for name in names]
    return replace(examples, names=tuple(names), features=examples.features[:, places])


def _learned(asked: Question, score: Callable[..., Scores]) -> Scores:
    rows = np.stack([asked.features[name][asked.asked] for name in PLAIN], axis=1)
    return _where(asked, score(rows))


def _where(asked: Question, values: Scores) -> Scores:
    scores = np.full(asked.asked.shape, -np.inf)
    scores[asked.asked] = values
    return scores
