"""This market is among the first that artists of the same home reach."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.counts import Counts
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.desks.markets.words import territories
from kaigai.terms.text import Text

TINY = 1e-7


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any]:
    panel = given["panel"]
    return {"home": territories([panel.territories[panel.origin[row]]])}


@signal(
    "follows-home",
    ja="同じ本拠地のアーティストが早い段階で届く市場です。",
    say=Text(
        en="artists from {home} come here early",
        ja="{home}のアーティストは早い段階でここに届く",
    ),
    evidence=_evidence,
)
def follows_home(panel: Panel, counts: Counts) -> Matrix:
    return np.log(counts.rate[panel.origin] + TINY).astype(np.float32)
