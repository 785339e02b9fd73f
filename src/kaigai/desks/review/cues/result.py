"""What comes of a translators' sheet, before any door shows it."""

from dataclasses import dataclass

from kaigai.desks.review.cues.translation import Taken
from kaigai.formats.captions.conversion_loss import Loss


@dataclass(frozen=True, slots=True)
class NewCaptions:
    """A translated captions file, ready to be written, and what came of the sheet."""

    name: str
    content: bytes
    taken: Taken
    language: str
    losses: tuple[Loss, ...]
    remembered: int
    is_dry: bool
