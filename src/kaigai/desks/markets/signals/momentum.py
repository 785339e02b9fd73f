"""An artist who is rising everywhere reaches new markets sooner than one who is fading."""

import numpy as np

from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import signal
from kaigai.terms.text import Text

FLOOR = 1.0  #: weight below which a doubling says nothing


@signal(
    "momentum",
    ja="全体として勢いが増しているアーティストほど、早く新しい市場に届きます。",
    say=Text("it is rising", "露出が増えている"),
)
def momentum(panel: Panel) -> Matrix:
    now, before = panel.recent.sum(axis=1), panel.before.sum(axis=1)
    return panel.across(np.log((now + FLOOR) / (before + FLOOR)))
