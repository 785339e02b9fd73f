"""People here share a language with those who listen already."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.desks.markets.words import strongest
from kaigai.desks.markets.world import World
from kaigai.terms.text import Text


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any]:
    panel, world = given["panel"], given["world"]
    return {"places": strongest(panel, row, world.shared_language()[:, column])}


@signal(
    "language",
    ja="すでに聴いている人々と、この市場の人々は共通の言語を持っています。",
    say=Text(
        en="shares a language with {places}",
        ja="{places}と言語を共有している",
    ),
    evidence=_evidence,
)
def language(panel: Panel, world: World) -> Matrix:
    return (panel.shares @ world.shared_language()).astype(np.float32)
