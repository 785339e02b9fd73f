"""What a translation service is to be asked: each text once, its protected words marked."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kaigai.desks.review.candidate import MEMORY, Form, checked
from kaigai.desks.review.slots import KIND_WORDS, Slot
from kaigai.desks.review.translation.batches import LONGEST, Job
from kaigai.desks.review.translation.glossary import Occurrence, violations
from kaigai.desks.review.translation.lookup import Glossaries
from kaigai.desks.review.translation.placeholders import Protected, protect, restore
from kaigai.desks.review.translation.provider import Marks, Piece
from kaigai.identity.names.slots import LATIN, READING

REMEMBERED: Final = 0.95  #: a memory match at least this good makes asking needless
IN_TEXT: Final = frozenset({"video", "cue"})  #: texts that speak of names; others are names


@dataclass(frozen=True, slots=True)
class Item:
    """One text to send, and everybody who waits for it."""

    job: Job
    sent: Protected
    terms: tuple[Occurrence, ...]
    slots: tuple[Slot, ...]


@dataclass(slots=True)
class Plan:
    """What is sent, what is known from an earlier call, and what stays with people."""

    items: list[Item] = field(default_factory=list)
    known: list[tuple[Slot, Form]] = field(default_factory=list)
    kept_back: int = 0  #: lyrics without a clearance, and texts too long for a service

    @property
    def jobs(self) -> list[Job]:
        """The texts to send."""
        return [item.job for item in self.items]


def plan(
    slots: Iterable[tuple[Slot, Sequence[Form]]],
    glossaries: Glossaries,
    *,
    marks: Marks,
    origin: str,
    earlier: Mapping[tuple[str, str], str],
    may_send: Callable[[Slot], bool] = lambda slot: True,
) -> Plan:
    """The plan for slots with what was found for them already.

    earlier   (original, language) to what this very service said before: it is not asked again
    may_send  whether a text may leave for the service
    """
    made, waiting = Plan(), dict[tuple[str, ...], list[Slot]]()
    for slot, forms in slots:
        if slot.slot in (LATIN, READING) or _remembered(forms):
            continue
        if len(slot.original) > LONGEST or not may_send(slot):
            made.kept_back += 1
        elif (slot.original, slot.language) in earlier:
            text = earlier[slot.original, slot.language]
            terms = _terms(slot, glossaries)
            made.known.append((slot, answer(slot, text, origin, terms)))
        else:
            waiting.setdefault(_same(slot), []).append(slot)
    for place, group in enumerate(waiting.values()):
        made.items.append(_item(place, group, glossaries, marks))
    return made


def answer(
    slot: Slot,
    text: str,
    origin: str,
    terms: Sequence[Occurrence],
    lost: Sequence[str] = (),
) -> Form:
    """What a service said, with the terms it lost; how sure it is, nobody knows."""
    missing = [*lost, *violations(terms, text)]
    return checked(Form(text, origin, based_on=slot.original), slot.original, slot.slot, missing)


def answers(item: Item, reply: str, origin: str) -> list[tuple[Slot, Form]]:
    """A reply for everybody who waits for it; an empty one is none."""
    back = restore(reply, item.sent)
    if not back.text:
        return []
    return [(slot, answer(slot, back.text, origin, item.terms, back.lost)) for slot in item.slots]


def _remembered(forms: Sequence[Form]) -> bool:
    return any(
        form.family == MEMORY and (form.confidence or 0) >= REMEMBERED and not form.faults
        for form in forms
    )


def _same(slot: Slot) -> tuple[str, ...]:
    return slot.original, slot.source_language, slot.language, slot.artist_id or ""


def _item(place: int, group: list[Slot], glossaries: Glossaries, marks: Marks) -> Item:
    first = group[0]
    terms = _terms(first, glossaries)
    sent = protect(first.original, terms, marks)
    context = f"{first.artist or ''}; {KIND_WORDS[first.subject_kind].en}".strip("; ")
    job = Job(place, first.source_language, first.language, Piece(sent.text, context))
    return Item(job, sent, tuple(terms), tuple(group))


def _terms(slot: Slot, glossaries: Glossaries) -> list[Occurrence]:
    terms = glossaries(slot.language, slot.artist_id or "")
    return terms.find(slot.original, whole=slot.subject_kind in IN_TEXT)
