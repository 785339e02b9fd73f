"""People here share a language with those who listen already."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.evidence import in_common
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.desks.markets.world import World
from kaigai.terms.text import Text


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any] | None:
    panel, world = given["panel"], given["world"]
    return in_common(panel, np.flatnonzero(panel.shares[row] > 0), column, world)


@signal(
    "language",
    ja="すでに聴いている人々と、この市場の人々は共通の言語を持っています。",
    say=Text(
        en="{share} of people here and in {place}, taken in pairs, have a language in common",
        ja="ここの人と{place}の人が共通の言語を持つ割合は{share}",
    ),
    evidence=_evidence,
)
def language(panel: Panel, world: World) -> Matrix:
    return (panel.shares @ world.shared_language()).astype(np.float32)
