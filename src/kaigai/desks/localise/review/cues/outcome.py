"""What comes of a translators' sheet, for every door to show."""

from dataclasses import dataclass

from kaigai.desks.localise.review.cues.taken import Taken
from kaigai.formats.captions.loss import Loss


@dataclass(frozen=True, slots=True)
class NewCaptions:
    """A translated captions file, ready to be written, and what came of the sheet."""

    content: bytes
    taken: Taken
    language: str
    losses: tuple[Loss, ...]
    remembered: int
