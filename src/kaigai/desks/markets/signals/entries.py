"""Many artists from abroad came to this market in the last four weeks."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.counts import Counts
from kaigai.desks.markets.evidence import sets_apart
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.terms.text import Text


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any] | None:
    every = given["panel"].everyone
    of = every.present.sum(axis=0)
    many = (every.came_lately & (every.since_first < every.since_first.max(axis=0))).sum(axis=0)
    if not sets_apart(many, of, column):
        return None
    return {"n": int(many[column]), "of": int(of[column])}


@signal(
    "entries",
    ja="直近4週間に、海外から多くのアーティストがこの市場に届いています。",
    say=Text(
        en="{n} of {of} artists charted here came in the last four weeks, after charting "
        "elsewhere",
        ja="ここでチャート入りした{of}組のうち{n}組は、ほかの市場のあと直近4週間に届いた",
    ),
    evidence=_evidence,
)
def entries(panel: Panel, counts: Counts) -> Matrix:
    return panel.along(np.log1p(counts.entries))
