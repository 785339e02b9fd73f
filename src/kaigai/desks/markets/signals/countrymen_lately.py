"""Artists of the same home came to this market in the last four weeks."""

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
        "count": int(panel.everyone.came_by_home[home, column]),
    }


@signal(
    "countrymen-lately",
    ja="同じ本拠地のアーティストが、直近4週間にこの市場に届いています。",
    say=Text(
        en="artists who came from {home} in four weeks: {count}",
        ja="直近4週間に{home}の{count}組がここに届いた",
    ),
    evidence=_evidence,
)
def countrymen_lately(panel: Panel) -> Matrix:
    return np.log1p(panel.everyone.came_by_home)[panel.origin]
