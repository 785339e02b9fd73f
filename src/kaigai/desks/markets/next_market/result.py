"""Where an artist is likely to chart next, before any door shows it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from kaigai.terms.text import Text

HORIZON: Final = 56  #: days; what the weights that ship were learned for


@dataclass(frozen=True, slots=True)
class Next:
    """A territory not reached yet; `chance` is that of being charted there within HORIZON."""

    territory: str
    chance: float
    reasons: tuple[Text, ...]
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NextMarkets:
    """The ranking for one artist on one service's charts; `artist` is its id."""

    artist: str
    name: Text
    service: str
    day: date
    reached: tuple[str, ...]
    learned_until: date
    own: bool  #: the model learned from the workspace's own charts
    territories: tuple[Next, ...]  #: the likeliest first
    home: str | None = None
    apart: tuple[Next, ...] = ()  #: those that flags speak against, the likeliest first
    chosen_by: Text | None = None  #: why this service, where none was asked for among several

    @property
    def weeks(self) -> int:
        """How far it looks."""
        return HORIZON // 7
