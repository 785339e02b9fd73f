"""An artist who is strong at home has something to carry abroad."""

import numpy as np

from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import signal
from kaigai.terms.text import Text


@signal(
    "home-strength",
    ja="本拠地で強いアーティストほど、海外に広がる力があります。",
    say=Text("it is strong at home", "本拠地で強い"),
)
def home_strength(panel: Panel) -> Matrix:
    rows = np.arange(len(panel.artists))
    return panel.across(panel.shares[rows, panel.origin])
