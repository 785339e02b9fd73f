"""This market often follows the markets that carry the artist now."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.counts import Counts
from kaigai.desks.markets.evidence import of_reached
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.terms.text import Text

TINY = 1e-7


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any] | None:
    panel, counts = given["panel"], given["counts"]
    return of_reached(
        panel,
        row,
        column,
        counts.moved,
        counts.artists,
        counts.rate[:, column] * (panel.shares[row] > 0),
    )


@signal(
    "follows",
    ja="いまアーティストを支えている市場のあと、この市場に広がることが多くあります。",
    say=Text(
        en="of {of} artists charted in {place}, {n} came here within eight weeks after",
        ja="{place}でチャート入りした{of}組のうち{n}組が、その後8週間以内にここに届いた",
    ),
    evidence=_evidence,
)
def follows(panel: Panel, counts: Counts) -> Matrix:
    return np.log(panel.shares @ counts.rate + TINY).astype(np.float32)
