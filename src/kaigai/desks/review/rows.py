"""Suggestions as rows of their table, and which of them still count."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Any, Final

import ibis
import ibis.expr.types as ir

from kaigai.desks.review.candidate import PEOPLE, UNSURE, Form, family, tier
from kaigai.desks.review.slots import Slot

SLOT: Final = ("subject_kind", "subject_id", "slot")
#: What two suggestions must share to be the same.
SAID: Final = ("text", "origin", "source_text", "confidence", "based_on", "faults")


def row(slot: Slot, found: Form, *, at: datetime, suggest_from: float) -> dict[str, Any]:
    """A row of `suggestions`."""
    return {
        "suggestion_id": suggestion_id(*slot.key, slot.original, found.text or "", found.origin),
        "subject_kind": slot.subject_kind,
        "subject_id": slot.subject_id,
        "slot": slot.slot,
        "language": slot.language,
        "artist_id": slot.artist_id,
        "artist": slot.artist,
        "source_text": slot.original,
        "source_language": slot.source_language,
        "reading": slot.reading,
        "text": found.text,
        "confidence": found.confidence,
        "tier": tier(found, suggest_from=suggest_from),
        "rank": found.rank,
        "origin": found.origin,
        "based_on": found.based_on,
        "faults": list(found.faults),
        "is_lyrics": slot.is_lyrics,
        "at": at,
    }


def suggestion_id(*parts: str) -> str:
    """A short name for a suggestion, by what it says about what."""
    return blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()


def newest(suggestions: ir.Table) -> ir.Table:
    """Of each slot, the newest rows of every family of origins."""
    rows = suggestions.mutate(family=suggestions.origin.split(":")[0])
    groups = [rows[name] for name in (*SLOT, "family")]
    age = ibis.dense_rank().over(group_by=groups, order_by=rows["at"].desc())
    kept = rows.mutate(age=age).filter(lambda t: t.age == 0).drop("age")
    return kept.distinct(on=["suggestion_id"], keep="first")


def current(suggestions: ir.Table) -> ir.Table:
    """The newest rows, a request to people only where nothing else was found."""
    kept = newest(suggestions)
    others = (kept.family != PEOPLE).cast("int64").sum()
    counted = kept.mutate(others=others.over(group_by=[kept[name] for name in SLOT]))
    alone = (counted.family != PEOPLE) | (counted.others == 0)
    return counted.filter(alone).drop("others", "family")


def anew(
    rows: Sequence[Mapping[str, Any]], known: Iterable[Mapping[str, Any]]
) -> Iterator[Mapping[str, Any]]:
    """The rows of families that say something else than what is known."""
    before = _by_family(known)
    for key, group in _by_family(rows).items():
        if _said(group) != _said(before.get(key, [])):
            yield from group


def _by_family(rows: Iterable[Mapping[str, Any]]) -> dict[tuple[str, ...], list[Any]]:
    found: dict[tuple[str, ...], list[Any]] = {}
    for each in rows:
        key = (*(each[name] for name in SLOT), family(each["origin"]))
        found.setdefault(key, []).append(each)
    return found


def _said(rows: Iterable[Mapping[str, Any]]) -> set[tuple[Any, ...]]:
    return {
        tuple(tuple(value) if isinstance(value, list) else value for value in told)
        for told in ([row[name] for name in SAID] for row in rows)
    }


def best_first(rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The rows of one slot, the one to offer first: without faults, then the surest."""
    return sorted(
        rows,
        key=lambda row: (
            row["text"] is None,
            bool(row["faults"]),
            -(row["confidence"] if row["confidence"] is not None else UNSURE),
            row["rank"] or 0,
            row["origin"],
        ),
    )
