"""Tastes that run through many markets at once point here."""

import numpy as np
from numpy.typing import NDArray

from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import signal
from kaigai.terms.text import Text

TASTES = 16
SPREAD = 5.0  #: plays far down a chart count, too


@signal(
    "hidden-taste",
    ja="多くの市場に共通する好みの傾向が、この市場を指しています。",
    say=Text(
        en="its mix of markets points here",
        ja="届いている市場の組み合わせがここを指している",
    ),
)
def hidden_taste(panel: Panel) -> Matrix:
    weight, every = _weight(panel), _weight(panel.everyone)
    _, tastes = np.linalg.eigh(every.T @ every)
    # Few territories have few tastes in common; with as many as territories nothing is hidden.
    strongest = tastes[:, -max(1, min(TASTES, len(panel.territories) // 3)) :]
    return (weight @ strongest @ strongest.T).astype(np.float32)


def _weight(panel: Panel) -> NDArray[np.float64]:
    return np.log1p(panel.faded * SPREAD).astype(np.float64)
