"""Clearances in a real store: taken once, replaced by newer ones, and asked."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kaigai.desks.captions.clearances import actions
from kaigai.desks.captions.clearances.answers import sections_of, taken_sections
from kaigai.desks.captions.clearances.permission import may_leave
from kaigai.desks.captions.clearances.sheet import Taken, sheet_of
from kaigai.facts.store import Facts
from kaigai.formats.sheets.form import BadSheet

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


@pytest.mark.parametrize("name", ["all.csv", "all.xlsx", "all.json"])
def test_a_sheet_that_was_given_out_changes_what_was_changed_in_it(
    tmp_path: Path, name: str
) -> None:
    facts = Facts.open(tmp_path, create=True)
    zeros = HEAD + ROW.format("asked") + ROW.format("asked").replace("W-1", "0071")
    zeros = zeros.replace(
        "0071,港の灯,en,translation,Worldwide", "0071,港,en,翻訳,全世界(中国を除く)"
    )
    actions.take(facts, content=zeros.encode(), name="s.csv", by="Aoi", at=AT)
    sheet = sheet_of(actions.listed(facts), "ja")
    later = AT + timedelta(hours=1)
    as_it_was = actions.take(facts, content=sheet.file(name), name=name, by="Ken", at=later)
    assert (as_it_was.new, as_it_was.known, as_it_was.bad) == ((), 2, ())
    rows = {row["work_id"]: row for row in sheet.rows}
    # A spreadsheet took the zeros off.
    rows["0071"] = {**rows["0071"], "work_id": "71", "status": "許諾済み"}
    rows["W-1"] = {**rows["W-1"], "status": "refused"}
    filled = replace(sheet, rows=list(rows.values())).file(name)
    take(facts, "withdrawn", AT + timedelta(minutes=9))
    taken = actions.take(facts, content=filled, name=name, by="Ken", at=later)
    assert [(each.work_id, each.status) for each in taken.new] == [("0071", "cleared")]
    assert ["since the sheet was given out" in each.expected.en for each in taken.bad] == [True]
    now = {each.work_id: each.status for each in actions.listed(facts)}
    assert now == {"0071": "cleared", "W-1": "withdrawn"}


def test_of_two_rows_about_the_same_the_last_counts_and_it_is_told(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path, create=True)
    content = (HEAD + ROW.format("asked") + ROW.format("cleared")).encode()
    taken = actions.take(facts, content=content, name="s.csv", by="Aoi", at=AT)
    assert [each.status for each in taken.new] == ["cleared"]
    assert [(each.place, "a row below" in each.expected.en) for each in taken.bad] == [(2, True)]
    again = actions.take(facts, content=content, name="s.csv", by="Aoi", at=AT)
    assert (again.new, again.known) == ((), 1)


def test_nobody_records_nothing(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path, create=True)
    with pytest.raises(actions.ClearanceError) as refused:
        actions.take(facts, content=HEAD.encode(), name="x.csv", by=" ", at=AT)
    assert "--by" in refused.value.text.en
    with pytest.raises(BadSheet):
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
