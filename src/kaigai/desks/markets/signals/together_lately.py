"""What has lately been strong in the same markets, taken together, is strong in this one, too."""

import numpy as np
from numpy.typing import NDArray

from kaigai.desks.markets.counts import pull
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import signal
from kaigai.terms.text import Text

FIRM = 20.0
SPREAD = 5.0  #: places far down a chart count, too


@signal(
    "together-lately",
    ja="最近強い市場を合わせて見ると、この市場も同じ組み合わせに入ります。",
    say=Text(
        en="belongs with the markets where it is strong now",
        ja="いま強い市場と同じ組に入る",
    ),
)
def together_lately(panel: Panel) -> Matrix:
    strength, every = _strength(panel), _strength(panel.everyone)
    return (strength @ pull(every.T @ every, FIRM)).astype(np.float32)


def _strength(panel: Panel) -> NDArray[np.float64]:
    return np.log1p(panel.faded * SPREAD).astype(np.float64)
