"""Artists heard in the markets already reached are mostly heard in this one, too."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.counts import Counts
from kaigai.desks.markets.evidence import of_reached
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.terms.text import Text


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any] | None:
    panel, counts = given["panel"], given["counts"]
    return of_reached(panel, row, column, counts.both, counts.artists, counts.shared[:, column])


@signal(
    "co-occurrence",
    ja="すでに届いた市場のアーティストの多くは、この市場でも聴かれています。",
    say=Text(
        en="of {of} artists charted in {place}, {n} are charted here, too",
        ja="{place}でチャート入りした{of}組のうち{n}組が、ここでもチャート入り",
    ),
    evidence=_evidence,
)
def co_occurrence(panel: Panel, counts: Counts) -> Matrix:
    reached = panel.present.astype(np.float32)
    total = np.maximum(reached.sum(axis=1, keepdims=True), 1)
    return (reached @ counts.shared / total).astype(np.float32)
