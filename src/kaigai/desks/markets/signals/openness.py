"""A large part of what is heard in this market comes from abroad."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.counts import Counts
from kaigai.desks.markets.evidence import sets_apart
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.terms.text import Text


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any] | None:
    present = given["panel"].everyone.present
    of = present.sum(axis=0)
    many = present[present.sum(axis=1) > 1].sum(axis=0)
    if not sets_apart(many, of, column):
        return None
    return {"n": int(many[column]), "of": int(of[column])}


@signal(
    "openness",
    ja="この市場で聴かれるものの多くは、海外から来ています。",
    say=Text(
        en="{n} of {of} artists charted here are charted elsewhere, too",
        ja="ここでチャート入りした{of}組のうち{n}組は、ほかの市場でもチャート入り",
    ),
    evidence=_evidence,
)
def openness(panel: Panel, counts: Counts) -> Matrix:
    share = counts.foreign / np.maximum(counts.artists, 1)
    return panel.along(share)
