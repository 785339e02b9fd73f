"""The markets reached in the last two weeks are ones that this market follows."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kaigai.desks.markets.counts import Counts
from kaigai.desks.markets.evidence import of_reached
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.terms.text import Text

TINY = 1e-6
NEW_DAYS = 14


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any] | None:
    panel, counts = given["panel"], given["counts"]
    return of_reached(
        panel,
        row,
        column,
        counts.moved,
        counts.artists,
        newest(panel)[row] * counts.rate[:, column],
    )


@signal(
    "follows-newest",
    ja="直近2週間に届いた市場のあと、この市場に広がることが多くあります。",
    say=Text(
        en="new in {place} within two weeks; of {of} artists charted in {place}, {n} came "
        "here within eight weeks after",
        ja="直近2週間に{place}に届いた。"
        "{place}でチャート入りした{of}組のうち{n}組が、その後8週間以内にここに届いた",
    ),
    evidence=_evidence,
)
def follows_newest(panel: Panel, counts: Counts) -> Matrix:
    return np.log(newest(panel) @ counts.rate + TINY).astype(np.float32)


def newest(panel: Panel) -> NDArray[np.bool_]:
    """Where artists were first heard in the last two weeks."""
    return (panel.since_first >= 0) & (panel.since_first < NEW_DAYS)
