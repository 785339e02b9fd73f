"""What the engine answers: one spelling, how sure it is, and who read it so."""

from dataclasses import dataclass
from typing import Literal

from kaigai.terms.text import Text

Language = Literal["ja", "ko", "zh"]
Kind = Literal["song", "release", "anime", "artist", "person", "stage name", "group"]
NAMES: frozenset[str] = frozenset({"artist", "person", "stage name", "group"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A Latin spelling; `confidence` is the share of such answers that prove right."""

    text: str
    confidence: float
    readers: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()
    reading: str | None = None
