"""What is found without asking anybody: romanisations, the memory, and public databases."""

from collections.abc import Iterator
from typing import Final, cast

from kaigai.desks.review.candidate import (
    CATALOGUE,
    MEMORY,
    PEOPLE,
    REFERENCE,
    ROMANISER,
    Form,
    checked,
    wrong_script,
)
from kaigai.desks.review.slots import Slot
from kaigai.desks.review.translation.lookup import Glossaries
from kaigai.desks.review.translation.memory import Memory
from kaigai.identity.names.slots import ENGLISH, LATIN
from kaigai.romanise import MUSICBRAINZ, Profile, candidates
from kaigai.romanise.candidate import Kind, Language

COMPOSED: Final = 0.95  #: only signs and spaces between official forms are open
BRACKETS: Final = str.maketrans({
    "「": " “", "」": "” ", "『": " “", "』": "” ", "【": " [", "】": "] ", "（": " (", "）": ") ",
    "　": " ", "・": " ", "：": ": ", "／": " / ", "！": "!", "？": "?",
})  # fmt: skip
BEST: Final = 3  #: spellings that a reviewer is shown
#: What the romaniser calls each kind of subject.
AS: Final[dict[str, Kind]] = {"recording": "song", "release": "release", "party": "artist"}


def found(
    slot: Slot, memory: Memory, glossaries: Glossaries, profile: Profile = MUSICBRAINZ
) -> list[Form]:
    """Everything found for a slot; a request to people where there is nothing."""
    forms = [
        *_composed(slot, glossaries),
        *_romanised(slot, profile),
        *_remembered(slot, memory),
        *_referenced(slot),
    ]
    return [checked(each, slot.original, slot.slot) for each in forms] or [nobody()]


def nobody() -> Form:
    """The request to people to find a form themselves."""
    return Form(None, PEOPLE)


def _composed(slot: Slot, glossaries: Glossaries) -> Iterator[Form]:
    """A video's title that says nothing but names, each in the form that counts."""
    if slot.subject_kind != "video" or slot.slot not in (LATIN, ENGLISH):
        return
    terms = glossaries(slot.language, slot.artist_id or "").find(slot.original)
    parts, place = [], 0
    for each in terms:
        parts += [slot.original[place : each.start], each.form]
        place = each.end
    text = "".join([*parts, slot.original[place:]]).translate(BRACKETS)
    text = " ".join(text.split())
    if terms and not wrong_script(slot.slot, text):
        yield Form(text, CATALOGUE, COMPOSED, ", ".join(each.word for each in terms))


def _romanised(slot: Slot, profile: Profile) -> Iterator[Form]:
    if slot.slot != LATIN:
        return
    read = candidates(
        slot.original,
        language=cast(Language, slot.source_language),
        reading=slot.reading,
        kind=AS.get(slot.subject_kind, "song"),
        profile=profile,
    )
    for rank, each in enumerate(read[:BEST]):
        based_on = each.reading or slot.reading
        yield Form(each.text, f"{ROMANISER}:{profile.name}", each.confidence, based_on, rank)


def _remembered(slot: Slot, memory: Memory) -> Iterator[Form]:
    matches = memory.matches(
        slot.original,
        source=slot.source_language,
        target=slot.language,
        artist_id=slot.artist_id or "",
        kind=slot.subject_kind,
    )
    for rank, match in enumerate(matches):
        entry = match.entry
        based_on = f"{entry.source} ({', '.join(filter(None, (entry.by, entry.origin)))})"
        yield Form(entry.target, MEMORY, match.score, based_on, rank)


def _referenced(slot: Slot) -> Iterator[Form]:
    if slot.current:
        yield Form(slot.current, f"{REFERENCE}:{slot.current_source or ''}", based_on=slot.current)
