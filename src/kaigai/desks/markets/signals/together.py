"""What is heard in all the markets already reached, taken together, is heard in this one, too."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.counts import Counts, pull
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.desks.markets.words import strongest
from kaigai.terms.text import Text

FIRM = 50.0  #: artists in common, below which a pair of markets says little


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any]:
    panel, counts = given["panel"], given["counts"]
    drawn = np.maximum(pull(counts.both, FIRM)[:, column], 0)
    return {"places": strongest(panel, row, drawn)}


@signal(
    "together",
    ja="すでに届いた市場を合わせて見ると、この市場も同じ組み合わせに入ります。",
    say=Text(
        en="belongs with {places}, all its markets taken together",
        ja="届いている市場全体から見て、{places}と同じ組に入る",
    ),
    evidence=_evidence,
)
def together(panel: Panel, counts: Counts) -> Matrix:
    return (panel.present @ pull(counts.both, FIRM)).astype(np.float32)
