"""Many artists from abroad came to this market in the last four weeks."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.counts import Counts
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.terms.text import Text


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any]:
    return {"count": int(given["counts"].entries[column])}


@signal(
    "entries",
    ja="直近4週間に、海外から多くのアーティストがこの市場に届いています。",
    say=Text(
        en="artists who came from abroad in four weeks: {count}",
        ja="直近4週間に海外から{count}組が届いた",
    ),
    evidence=_evidence,
)
def entries(panel: Panel, counts: Counts) -> Matrix:
    return panel.along(np.log1p(counts.entries))
