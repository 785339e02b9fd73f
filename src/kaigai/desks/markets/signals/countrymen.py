"""Artists of the same home are heard in this market."""

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
        "share": f"{_share(panel)[home, column]:.0%}",
    }


@signal(
    "countrymen",
    ja="同じ本拠地のアーティストが、この市場で聴かれています。",
    say=Text(
        en="{share} of the artists from {home} are heard here",
        ja="{home}のアーティストの{share}がここで聴かれている",
    ),
    evidence=_evidence,
)
def countrymen(panel: Panel) -> Matrix:
    return _share(panel)[panel.origin]


def _share(panel: Panel) -> Matrix:
    every = panel.everyone
    many = np.bincount(every.origin, minlength=len(every.territories))
    return (every.heard_by_home / np.maximum(many[:, None], 1)).astype(np.float32)
