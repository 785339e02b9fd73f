"""Clearances: take a sheet of them, list them, and ask whether lyrics may leave."""

from datetime import datetime

from kaigai.desks.captions.clearances.record import Clearance, current
from kaigai.desks.captions.clearances.sheet import NoClearances, Taken, understood
from kaigai.facts.store import Facts
from kaigai.terms.text import Refused, Text


class ClearanceError(Refused):
    """Clearances cannot be taken as asked; the text says what to do."""


def take(facts: Facts, *, content: bytes, name: str, by: str, at: datetime) -> Taken:
    """Record the clearances of a sheet; what is recorded alike already is not written again.

    Raises ClearanceError where `by` is empty or the sheet is none of clearances; StoreError.
    """
    if not by.strip():
        raise ClearanceError(NO_NAME)
    try:
        found = understood(content, name)
    except NoClearances as error:
        raise ClearanceError(error.text) from error

    def judge(now: Facts) -> tuple[Taken, dict[str, list[dict[str, object]]]]:
        known = {each.id: each for each in _current(now)}
        fresh = [each for each in found.records if not _alike(each, known.get(each.id))]
        rows = [_row(each, name, by.strip(), at) for each in fresh]
        taken = Taken(tuple(fresh), len(found.records) - len(fresh), found.refusals)
        return taken, {"clearances": rows}

    return facts.decide(judge)


def listed(facts: Facts) -> list[Clearance]:
    """Every clearance as it stands now."""
    return _current(facts)


def _current(facts: Facts) -> list[Clearance]:
    return current(facts.arrow("clearances").to_pylist())


def _alike(record: Clearance, known: Clearance | None) -> bool:
    return known is not None and _said(record) == _said(known)


def _said(record: Clearance) -> tuple[object, ...]:
    return (record.title, record.territories, record.start, record.end, record.proof,
            record.status, record.note)  # fmt: skip


def _row(record: Clearance, name: str, by: str, at: datetime) -> dict[str, object]:
    return {
        "clearance_id": record.id,
        "work_id": record.work_id,
        "title": record.title or None,
        "language": record.language,
        "use": record.use,
        "territories": list(record.territories),
        "start": record.start,
        "end": record.end,
        "holder": record.holder,
        "proof": record.proof or None,
        "status": record.status,
        "note": record.note or None,
        "by": by,
        "at": at,
        "sheet": name,
        "line": record.line,
    }


NO_NAME = Text(
    en="say who records it: --by NAME",
    ja="誰が記録したかを --by 名前 で指定してください",
)
