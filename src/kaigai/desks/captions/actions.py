"""Captions on their way out: converted, and let go only where their lyrics are cleared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kaigai.desks.captions.caption_file import Converted, convert
from kaigai.desks.captions.clearances.permission import Decision, may_leave
from kaigai.desks.captions.clearances.record import current
from kaigai.desks.captions.gate import NO_LANGUAGE, Asked, Free, asked
from kaigai.facts.store import Facts
from kaigai.formats.captions.document import Opened
from kaigai.terms.text import Refused

HOME_LANGUAGE = "ja"  #: of songs where there is no workspace that says


class NotDelivered(Refused):
    """It cannot be judged whether captions may leave; the text says what to add."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """Captions in another format, or held back.

    need       what must be cleared before they leave, or why nothing must
    decision   on their lyrics, where they go somewhere; None where nothing had to be decided
    converted  None where they are held back
    """

    opened: Opened
    kind: str
    need: Asked | Free
    decision: Decision | None
    converted: Converted | None
    to: str | None


def deliver(
    facts: Facts | None,
    opened: Opened,
    *,
    kind: str,
    to: str | None,
    are_lyrics: bool,
    work: str,
    territories: Sequence[str],
    sung: str | None,
    day: date,
) -> Delivered:
    """Captions as `kind`, unless they hold lyrics in another language that are not cleared.

    facts        the clearances; without a workspace there are none
    to           where the file goes; None for a copy at home, which is let through but for
                 `are_lyrics`: a file that is nothing but lyrics
    territories  ISO codes
    sung         the language of the song, else the workspace's home language

    Raises NotDelivered where the captions' own language is not known.
    """
    home = facts.settings.home_language if facts else HOME_LANGUAGE
    need = asked(opened, are_lyrics=are_lyrics, original=sung or home)
    decision = None
    if isinstance(need, Asked) and (are_lyrics or to):
        if not need.language:
            raise NotDelivered(NO_LANGUAGE)
        decision = may_leave(
            kind="lyrics",
            work=work,
            language=need.language,
            use=need.use,
            territories=territories,
            day=day,
            clearances=current(facts.arrow("clearances").to_pylist()) if facts else (),
        )
    held = decision is not None and not decision.allowed
    made = None if held else convert(opened, kind=kind)
    return Delivered(opened, kind, need, decision, made, to)
