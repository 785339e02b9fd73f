"""Clearances in a real store: taken once, replaced by newer ones, and asked."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kaigai.desks.captions.clearances import actions
from kaigai.desks.captions.clearances.answers import sections_of, taken_sections
from kaigai.desks.captions.clearances.permission import may_leave
from kaigai.desks.captions.clearances.sheet import Taken
from kaigai.facts.store import Facts

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
HEAD = "work,title,language,use,territories,start,end,holder,proof,status\n"
ROW = "W-1,港の灯,en,translation,Worldwide,,2026-12-31,Minato Music,c1,{}\n"


def take(facts: Facts, status: str, at: datetime = AT) -> Taken:
    """Take a sheet of one row."""
    content = (HEAD + ROW.format(status)).encode()
    return actions.take(facts, content=content, name="sheet.csv", by="Aoi", at=at)


def decide(facts: Facts) -> bool:
    """Whether the translation into English may leave."""
    return may_leave(kind="lyrics", work="W-1", language="en", use="translation",
                     territories=["US"], day=date(2026, 11, 1),
                     clearances=actions.listed(facts)).allowed  # fmt: skip


def test_a_sheet_is_taken_once_and_a_newer_row_replaces(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path, create=True)
    assert actions.listed(facts) == []
    assert not decide(facts)
    assert len(take(facts, "asked").new) == 1
    assert not decide(facts)
    assert len(take(facts, "cleared", AT + timedelta(hours=1)).new) == 1
    assert decide(facts)
    again = take(facts, "cleared", AT + timedelta(hours=2))
    assert (again.new, again.known) == ((), 1)
    take(facts, "withdrawn", AT + timedelta(hours=3))
    assert not decide(facts)
    (record,) = actions.listed(facts)
    assert (record.status, record.by) == ("withdrawn", "Aoi")
    assert facts.arrow("clearances").num_rows == 3  # what was decided before stays on record


def test_nobody_records_nothing(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path, create=True)
    with pytest.raises(actions.ClearanceError) as refused:
        actions.take(facts, content=HEAD.encode(), name="x.csv", by=" ", at=AT)
    assert "--by" in refused.value.text.en
    with pytest.raises(actions.ClearanceError):
        actions.take(facts, content=b"a,b\n", name="x.csv", by="Aoi", at=AT)


def test_what_ends_soon_is_shown_first(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path, create=True)
    taken = take(facts, "cleared")
    soon, every = sections_of(actions.listed(facts), date(2026, 11, 1), 90)
    assert "90" in soon.title.ja
    assert next(iter(every.cells("ja")))[3] == "全世界"
    ended = sections_of(actions.listed(facts), date(2027, 1, 1), 90)
    assert next(iter(ended[0].cells("en")))[6] == "ended"
    assert [section.title.en for section in taken_sections(taken, "sheet.csv", date(2026, 11, 1))]
    nothing = sections_of([], date(2026, 11, 1), 90)
    assert nothing[0].note is not None
