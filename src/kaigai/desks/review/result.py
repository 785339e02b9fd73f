"""What comes of looking for suggestions, for every door to show."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kaigai.desks.review.candidate import Found
from kaigai.desks.review.slots import Slot
from kaigai.desks.review.translation.batches import Estimate
from kaigai.terms.text import Text


@dataclass(frozen=True, slots=True)
class Suggested:
    """What came of looking for suggestions.

    estimate  what sending would come to, or came to; None where no service is configured or
              nothing is left to send
    sent      texts that were sent and kept; `stopped` says why not all of them were
    """

    slots: int
    found: Mapping[str, int]
    written: int
    estimate: Estimate | None = None
    sent: int = 0
    reused: int = 0
    kept_back: int = 0
    stopped: Text | None = None
    is_dry: bool = False
    examples: tuple[tuple[Slot, Found], ...] = field(default=())
