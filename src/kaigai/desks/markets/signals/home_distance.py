"""This market is not far from home."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.evidence import NEAR_KM, home_of
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.desks.markets.words import territories
from kaigai.desks.markets.world import World
from kaigai.terms.text import Text

FAR_KM = 20_000.0


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any] | None:
    panel, world = given["panel"], given["world"]
    home = home_of(panel, row)
    km = np.inf if home is None else float(np.nan_to_num(world.km[home, column], nan=np.inf))
    if home is None or km > NEAR_KM:
        return None
    return {"km": f"{km:,.0f}", "home": territories([panel.territories[home]])}


@signal(
    "home-distance",
    ja="本拠地から近い市場です。",
    say=Text(
        en="{km} km from home, {home}",
        ja="本拠地の{home}から{km}km",
    ),
    evidence=_evidence,
)
def home_distance(panel: Panel, world: World) -> Matrix:
    km = np.nan_to_num(world.km, nan=FAR_KM)
    return -np.log1p(km[panel.origin]).astype(np.float32)
