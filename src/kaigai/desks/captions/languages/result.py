"""The answer to which languages first: the audience, what is there, and each further step."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kaigai.desks.captions.languages.coverage import Step

if TYPE_CHECKING:
    from kaigai.desks.captions.languages.audience import Audience, Captioned

HALF: Final = 0.5  #: of the videos with known tracks: from here on a language counts as there


@dataclass(frozen=True, slots=True)
class Reached:
    """Figures are shares of the plays abroad; `unknown` of those whose readers nobody counted."""

    artist: str | None
    audience: "Audience"
    abroad: Mapping[str, float]
    captioned: "Captioned"
    have: tuple[str, ...]
    low: float
    high: float
    steps: tuple[Step, ...]
    unknown: float
