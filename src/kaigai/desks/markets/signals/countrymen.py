"""Artists of the same home are heard in this market."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.evidence import of_kin
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.terms.text import Text


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any] | None:
    panel = given["panel"]
    return of_kin(panel, row, column, "heard", "of")


@signal(
    "countrymen",
    ja="同じ本拠地のアーティストが、この市場で聴かれています。",
    say=Text(
        en="{n} of {of} artists from {home} are charted here",
        ja="{home}のアーティスト{of}組のうち{n}組がここでチャート入り",
    ),
    evidence=_evidence,
)
def countrymen(panel: Panel) -> Matrix:
    return _share(panel)[panel.origin]


def _share(panel: Panel) -> Matrix:
    every = panel.everyone
    many = np.bincount(every.origin, minlength=len(every.territories))
    return (every.heard_by_home / np.maximum(many[:, None], 1)).astype(np.float32)
