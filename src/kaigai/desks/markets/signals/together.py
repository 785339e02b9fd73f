"""What is heard in all the markets already reached, taken together, is heard in this one, too."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.counts import Counts, pull
from kaigai.desks.markets.evidence import of_reached
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.terms.text import Text

FIRM = 50.0  #: artists in common, below which a pair of markets says little


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any] | None:
    panel, counts = given["panel"], given["counts"]
    return of_reached(
        panel, row, column, counts.both, counts.artists, pull(counts.both, FIRM)[:, column]
    )


@signal(
    "together",
    ja="すでに届いた市場を合わせて見ると、この市場も同じ組み合わせに入ります。",
    say=Text(
        en="of {of} artists charted in {place}, {n} are charted here, too",
        ja="{place}でチャート入りした{of}組のうち{n}組が、ここでもチャート入り",
    ),
    evidence=_evidence,
)
def together(panel: Panel, counts: Counts) -> Matrix:
    return (panel.present @ pull(counts.both, FIRM)).astype(np.float32)
