"""A large part of what is heard in this market comes from abroad."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.counts import Counts
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.terms.text import Text


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any]:
    counts = given["counts"]
    share = counts.foreign[column] / max(counts.artists[column], 1)
    return {"share": f"{share:.0%}"}


@signal(
    "openness",
    ja="この市場で聴かれるものの多くは、海外から来ています。",
    say=Text(
        en="{share} of the artists heard here come from abroad",
        ja="ここで聴かれるアーティストの{share}は海外勢",
    ),
    evidence=_evidence,
)
def openness(panel: Panel, counts: Counts) -> Matrix:
    share = counts.foreign / np.maximum(counts.artists, 1)
    return panel.along(share)
