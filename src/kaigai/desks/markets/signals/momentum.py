"""An artist who is rising everywhere reaches new markets sooner than one who is fading."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.terms.text import Text

FLOOR = 1.0  #: weight below which a doubling says nothing


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any]:
    panel = given["panel"]
    now, before = panel.recent[row].sum(), panel.before[row].sum()
    return {"change": f"{(now + FLOOR) / (before + FLOOR):.1f}"}


@signal(
    "momentum",
    ja="全体として勢いが増しているアーティストほど、早く新しい市場に届きます。",
    say=Text(
        en="{change} times as present as in the four weeks before",
        ja="直前の4週間と比べた露出は{change}倍",
    ),
    evidence=_evidence,
)
def momentum(panel: Panel) -> Matrix:
    now, before = panel.recent.sum(axis=1), panel.before.sum(axis=1)
    return panel.across(np.log((now + FLOOR) / (before + FLOOR)))
