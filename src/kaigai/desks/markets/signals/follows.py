"""This market often follows the markets that carry the artist now."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.counts import Counts
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.desks.markets.words import strongest
from kaigai.terms.text import Text

TINY = 1e-7


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any]:
    panel, counts = given["panel"], given["counts"]
    return {"places": strongest(panel, row, counts.rate[:, column])}


@signal(
    "follows",
    ja="いまアーティストを支えている市場のあと、この市場に広がることが多くあります。",
    say=Text(
        en="artists often come here after {places}",
        ja="{places}のあと、ここに広がることが多い",
    ),
    evidence=_evidence,
)
def follows(panel: Panel, counts: Counts) -> Matrix:
    return np.log(panel.shares @ counts.rate + TINY).astype(np.float32)
