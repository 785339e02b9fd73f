"""An artist who is strong at home has something to carry abroad."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.desks.markets.words import territories
from kaigai.terms.text import Text


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any]:
    panel = given["panel"]
    home = panel.origin[row]
    return {
        "home": territories([panel.territories[home]]),
        "share": f"{panel.shares[row, home]:.0%}",
    }


@signal(
    "home-strength",
    ja="本拠地で強いアーティストほど、海外に広がる力があります。",
    say=Text(
        en="{share} of the plays come from {home}",
        ja="再生の{share}が{home}から",
    ),
    evidence=_evidence,
)
def home_strength(panel: Panel) -> Matrix:
    rows = np.arange(len(panel.artists))
    return panel.across(panel.shares[rows, panel.origin])
