"""Clearances: take a sheet of them, list them, and ask whether lyrics may leave."""

from datetime import datetime

from kaigai.desks.captions.clearances.record import Clearance, current
from kaigai.desks.captions.clearances.sheet import FORM, SINCE, Taken, said, understood
from kaigai.facts.store import Facts
from kaigai.terms.text import Refused, Text


class ClearanceError(Refused):
    """Clearances cannot be taken as asked; the text says what to do."""


def take(facts: Facts, *, content: bytes, name: str, by: str, at: datetime) -> Taken:
    """Record the clearances of a sheet; what is recorded alike already is not written again.

    What was changed here since a sheet was given out stays. Raises ClearanceError where `by` is
    empty, BadSheet, StoreError.
    """
    if not by.strip():
        raise ClearanceError(NO_NAME)
    lines = FORM.lines(content, name)

    def judge(now: Facts) -> tuple[Taken, dict[str, list[dict[str, object]]]]:
        known = {each.id: each for each in _current(now)}
        found = understood(lines, [each.work_id for each in known.values()])
        fresh, bad = [], list(found.bad)
        for record, line in found.records:
            old = known.get(record.id)
            if old and said(old) == said(record):
                continue
            if old and line.given and not line.stands("said", *said(old)):
                bad.append(FORM.bad(line, "work_id", SINCE))
            else:
                fresh.append(record)
        rows = [_row(each, name, by.strip(), at) for each in fresh]
        alike = len(found.records) - len(fresh) - (len(bad) - len(found.bad))
        taken = Taken(tuple(fresh), alike, tuple(bad))
        return taken, {"clearances": rows}

    return facts.decide(judge)


def listed(facts: Facts) -> list[Clearance]:
    """Every clearance as it stands now."""
    return _current(facts)


def _current(facts: Facts) -> list[Clearance]:
    return current(facts.arrow("clearances").to_pylist())


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
