"""The nearest market already reached is not far."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.evidence import nearest as nearest_reached
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.desks.markets.world import World
from kaigai.terms.text import Text

FAR_KM = 20_000.0


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any] | None:
    panel, world = given["panel"], given["world"]
    return nearest_reached(panel, row, column, world)


@signal(
    "distance",
    ja="最も近い到達済みの市場から、それほど離れていません。",
    say=Text(
        en="{km} km from {place}, where it has charted",
        ja="すでにチャート入りした{place}から{km}km",
    ),
    evidence=_evidence,
)
def distance(panel: Panel, world: World) -> Matrix:
    km = np.nan_to_num(world.km, nan=FAR_KM)
    nearest = np.full(panel.shape, FAR_KM)
    for at in range(len(panel.territories)):
        rows = panel.present[:, at]
        nearest[rows] = np.minimum(nearest[rows], km[at])
    return -np.log1p(nearest).astype(np.float32)
