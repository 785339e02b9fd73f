"""The markets already reached listen to the same artists as this one."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.counts import Counts
from kaigai.desks.markets.evidence import of_reached
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.terms.text import Text

TINY = 1e-3


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any] | None:
    panel, counts = given["panel"], given["counts"]
    return of_reached(panel, row, column, counts.both, counts.artists, counts.cosine[:, column])


@signal(
    "like-markets",
    ja="すでに届いた市場と、この市場は聴いているアーティストが似ています。",
    say=Text(
        en="of {of} artists charted in {place}, {n} are charted here, too",
        ja="{place}でチャート入りした{of}組のうち{n}組が、ここでもチャート入り",
    ),
    evidence=_evidence,
)
def like_markets(panel: Panel, counts: Counts) -> Matrix:
    return np.log(panel.present @ counts.cosine + TINY).astype(np.float32)
