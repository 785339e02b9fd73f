"""Artists of the same home came to this market in the last four weeks."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.evidence import of_kin
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.terms.text import Text


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any] | None:
    panel = given["panel"]
    return of_kin(panel, row, column, "lately", "of")


@signal(
    "countrymen-lately",
    ja="同じ本拠地のアーティストが、直近4週間にこの市場に届いています。",
    say=Text(
        en="{n} of {of} artists from {home} came here in the last four weeks",
        ja="{home}のアーティスト{of}組のうち{n}組が、直近4週間にここに届いた",
    ),
    evidence=_evidence,
)
def countrymen_lately(panel: Panel) -> Matrix:
    return np.log1p(panel.everyone.came_by_home)[panel.origin]
