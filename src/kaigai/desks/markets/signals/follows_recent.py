"""Many markets that this one often follows had the artist in the last four weeks."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.counts import Counts
from kaigai.desks.markets.panel import RECENT_DAYS, Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.desks.markets.words import strongest
from kaigai.terms.text import Text

TINY = 1e-6


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any]:
    panel, counts = given["panel"], given["counts"]
    lately = panel.since_last[row] < RECENT_DAYS
    return {"places": strongest(panel, row, lately * counts.rate[:, column])}


@signal(
    "follows-recent",
    ja="この市場が後を追うことの多い市場の多くで、直近4週間に聴かれています。",
    say=Text(
        en="heard lately in {places}, which this market follows",
        ja="この市場が後を追う{places}で、最近聴かれている",
    ),
    evidence=_evidence,
)
def follows_recent(panel: Panel, counts: Counts) -> Matrix:
    lately = panel.since_last < RECENT_DAYS
    return np.log(lately @ counts.rate + TINY).astype(np.float32)
