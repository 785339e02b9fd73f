"""This market is among the first that artists of the same home reach."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.counts import Counts
from kaigai.desks.markets.evidence import of_kin
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.terms.text import Text

TINY = 1e-7


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any] | None:
    panel = given["panel"]
    return of_kin(panel, row, column, "early", "begun")


@signal(
    "follows-home",
    ja="同じ本拠地のアーティストが早い段階で届く市場です。",
    say=Text(
        en="{n} of {of} artists from {home} came here within eight weeks of their first "
        "chart place",
        ja="{home}のアーティスト{of}組のうち"
        "{n}組が、最初のチャート入りから8週間以内にここに届いた",
    ),
    evidence=_evidence,
)
def follows_home(panel: Panel, counts: Counts) -> Matrix:
    return np.log(counts.rate[panel.origin] + TINY).astype(np.float32)
