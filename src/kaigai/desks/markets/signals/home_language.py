"""People here use a language of the home market."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.desks.markets.words import territories
from kaigai.desks.markets.world import World
from kaigai.terms.text import Text


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any]:
    panel = given["panel"]
    return {"home": territories([panel.territories[panel.origin[row]]])}


@signal(
    "home-language",
    ja="この市場の人々は、本拠地の言語を使っています。",
    say=Text(
        en="a language of {home} is used here",
        ja="{home}の言語がここでも使われている",
    ),
    evidence=_evidence,
)
def home_language(panel: Panel, world: World) -> Matrix:
    return world.shared_language()[panel.origin].astype(np.float32)
