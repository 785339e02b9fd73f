"""Suggestions and the state of the review, before any door shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kaigai.desks.review.candidate import Form
from kaigai.desks.review.slots import Slot
from kaigai.desks.review.translation.batches import Estimate
from kaigai.terms.text import Text

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Suggested:
    """What came of looking for suggestions.

    found         how many there are of each family of origins
    suggest_from  the confidence from which one may be offered as it is
    estimate      what sending would come to, or came to; None where no service is configured or
                  nothing is left to send
    sent          texts that were sent and kept; `stopped` says why not all of them were
    best          each slot once, with the form to offer first
    captions      the captions file that was looked through, the first language asked for, and
                  whether all of it is lyrics
    """

    slots: int
    found: Mapping[str, int]
    written: int
    suggest_from: float
    estimate: Estimate | None = None
    sent: int = 0
    reused: int = 0
    kept_back: int = 0
    stopped: Text | None = None
    is_dry: bool = False
    best: tuple[tuple[Slot, Form], ...] = ()
    captions: str = ""
    language: str = ""
    are_lyrics: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """Every slot with its state, and the suggestions that lack a word of the glossary."""

    table: "pa.Table"
    faulty: Sequence[Mapping[str, Any]]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The slots."""
        found: list[dict[str, Any]] = self.table.to_pylist()
        return found
