"""People here use a language of the home market."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from kaigai.desks.markets.evidence import home_of, in_common
from kaigai.desks.markets.panel import Matrix, Panel
from kaigai.desks.markets.signal import Given, signal
from kaigai.desks.markets.world import World
from kaigai.terms.text import Text


def _evidence(given: Given, row: int, column: int) -> Mapping[str, Any] | None:
    panel, world = given["panel"], given["world"]
    home = home_of(panel, row)
    return None if home is None else in_common(panel, np.array([home]), column, world)


@signal(
    "home-language",
    ja="この市場の人々は、本拠地の言語を使っています。",
    say=Text(
        en="{share} of people here and in {place}, taken in pairs, have a language in common",
        ja="ここの人と{place}の人が共通の言語を持つ割合は{share}",
    ),
    evidence=_evidence,
)
def home_language(panel: Panel, world: World) -> Matrix:
    return world.shared_language()[panel.origin].astype(np.float32)
