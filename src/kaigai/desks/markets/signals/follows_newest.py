"""The markets reached in the last two weeks are ones that this market follows."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kaigai.desks.markets.counts import Counts
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.desks.markets.words import strongest
from kaigai.terms.text import Text

TINY = 1e-6
NEW_DAYS = 14


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any]:
    panel, counts = given["panel"], given["counts"]
    pull = newest(panel)[row] * counts.rate[:, column]
    return {"places": strongest(panel, row, pull)}


@signal(
    "follows-newest",
    ja="直近2週間に届いた市場のあと、この市場に広がることが多くあります。",
    say=Text(
        en="{places} came in the last two weeks, and this market tends to follow",
        ja="直近2週間に{places}に届いており、ここが続くことが多い",
    ),
    evidence=_evidence,
)
def follows_newest(panel: Panel, counts: Counts) -> Matrix:
    return np.log(newest(panel) @ counts.rate + TINY).astype(np.float32)


def newest(panel: Panel) -> NDArray[np.bool_]:
    """Where artists were first heard in the last two weeks."""
    return (panel.since_first >= 0) & (panel.since_first < NEW_DAYS)
