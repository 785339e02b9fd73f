"""Names of territories and artists as reasons say them."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from kaigai.desks.markets.panel import Panel
from kaigai.terms.territory_names import name_of
from kaigai.terms.text import Text

NAMED = 3  #: territories or artists that a reason names


def territories(codes: Iterable[str]) -> Text:
    """Names of territories, in the order given."""
    listed = list(codes)
    return Text(
        ", ".join(name_of(code, "en") for code in listed) or "–",
        "、".join(name_of(code, "ja") for code in listed) or "–",
    )


def strongest(panel: Panel, row: int, pull: NDArray[np.floating]) -> Text:
    """The territories an artist has reached that pull the most."""
    reached = np.flatnonzero(panel.present[row])
    order = reached[np.argsort(-pull[reached], kind="stable")][:NAMED]
    return territories(panel.territories[at] for at in order)
