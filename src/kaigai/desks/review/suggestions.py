"""Suggestions for slots: what is found here, what a service is asked, and both as rows."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kaigai.desks.review.candidate import Form
from kaigai.desks.review.machine import found
from kaigai.desks.review.slots import Slot
from kaigai.desks.review.translation.lookup import Glossaries
from kaigai.desks.review.translation.memory import Memory
from kaigai.identity.names.slots import ENGLISH, LATIN, READING
from kaigai.terms.looks import is_side_by_side
from kaigai.terms.scripts import script_of

Standing = Mapping[tuple[str, str], Mapping[str, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class SlotForms:
    """A slot with what was found for it."""

    slot: Slot
    forms: tuple[Form, ...]


def by_subject(rows: Iterable[Mapping[str, Any]]) -> Standing:
    """What counts now, by kind and id, then by slot."""
    found: dict[tuple[str, str], dict[str, Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault((row["subject_kind"], row["subject_id"]), {})[row["slot"]] = row
    return found


def open_slots(
    subjects: Iterable[Mapping[str, Any]],
    wanted: Sequence[str],
    standing: Standing,
    stale: Collection[tuple[str, str, str]] = (),
) -> list[Slot]:
    """The slots that still need a form: nothing final stands there, or it has become stale.

    What has an English name needs no romanised one; an artist's name is written and not
    translated, so that its Latin form serves for English.
    """
    found = []
    for row in subjects:
        key = (row["subject_kind"], row["subject_id"])
        now = standing.get(key, {})
        for slot in wanted:
            if _needs_none(row, slot):
                continue
            if (*key, slot) not in stale and _is_final(now, slot):
                continue
            found.append(_slot(row, slot, now.get(slot)))
    return found


def _needs_none(row: Mapping[str, Any], slot: str) -> bool:
    """Whether a form is not asked for: an artist's English name, or the Latin form of a video's
    title that says it already, side by side."""
    kind = row["subject_kind"]
    if kind == "party":
        return slot == ENGLISH
    return kind == "video" and slot in (LATIN, ENGLISH) and is_side_by_side(row["original"])


def _is_final(now: Mapping[str, Mapping[str, Any]], slot: str) -> bool:
    names = (LATIN, ENGLISH) if slot == LATIN else (slot,)
    return any(now[name]["is_official"] for name in names if name in now)


def _slot(row: Mapping[str, Any], slot: str, now: Mapping[str, Any] | None) -> Slot:
    given = now or {}
    return Slot(
        row["subject_kind"],
        row["subject_id"],
        slot,
        row["original"],
        row["script"] or script_of(row["original"]),
        None if slot == READING else row["reading"],
        row["artist_id"],
        row["artist"],
        given.get("text"),
        given.get("source"),
    )


def found_here(
    slots: Sequence[Slot],
    memory: Memory,
    glossaries: Glossaries,
    watch: Callable[[int, int, str], None],
) -> list[SlotForms]:
    """What is found for each slot without asking anybody."""
    seen = []
    for done, slot in enumerate(slots):
        if done % 100 == 0:
            watch(done, len(slots), slot.original)
        seen.append(SlotForms(slot, tuple(found(slot, memory, glossaries))))
    watch(len(slots), len(slots), "")
    return seen
