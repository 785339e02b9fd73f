"""Many markets that this one often follows had the artist in the last four weeks."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.counts import Counts
from kaigai.desks.markets.evidence import of_reached
from kaigai.desks.markets.panel import RECENT_DAYS, Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.terms.text import Text

TINY = 1e-6


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any] | None:
    panel, counts = given["panel"], given["counts"]
    lately = panel.since_last[row] < RECENT_DAYS
    return of_reached(
        panel, row, column, counts.moved, counts.artists, lately * counts.rate[:, column]
    )


@signal(
    "follows-recent",
    ja="この市場が後を追うことの多い市場の多くで、直近4週間に聴かれています。",
    say=Text(
        en="charted within four weeks in {place}; of {of} artists charted in {place}, {n} "
        "came here within eight weeks after",
        ja="直近4週間に{place}でチャート入り。"
        "{place}でチャート入りした{of}組のうち{n}組が、その後8週間以内にここに届いた",
    ),
    evidence=_evidence,
)
def follows_recent(panel: Panel, counts: Counts) -> Matrix:
    lately = panel.since_last < RECENT_DAYS
    return np.log(lately @ counts.rate + TINY).astype(np.float32)
