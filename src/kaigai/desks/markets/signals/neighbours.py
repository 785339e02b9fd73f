"""The artist is heard close to this market."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kaigai.desks.markets.evidence import nearest
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.desks.markets.world import World
from kaigai.terms.text import Text

NEARBY_KM = 1500.0


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any] | None:
    panel, world = given["panel"], given["world"]
    return nearest(panel, row, column, world, NEARBY_KM)


@signal(
    "neighbours",
    ja="この市場の近くで聴かれています。",
    say=Text(
        en="{km} km from {place}, where it has charted",
        ja="すでにチャート入りした{place}から{km}km",
    ),
    evidence=_evidence,
)
def neighbours(panel: Panel, world: World) -> Matrix:
    return (panel.shares @ closeness(world)).astype(np.float32)


def closeness(world: World) -> NDArray[np.float64]:
    """1 next door, falling with distance; 0 where it is not known."""
    return np.nan_to_num(np.exp(-world.km / NEARBY_KM), nan=0.0)
