"""Totals of reports as people see them: those that differ, and how many agree."""

from typing import Any

from kaigai.formats.reports.stated_totals import stated_section


def row(stated: float, counted: float, **more: Any) -> dict[str, Any]:
    """A row of report_totals with its file."""
    return {
        "path": "a.csv", "place": "line 9", "measure": "streams", "stated": stated,
        "counted": counted, "agrees": stated == counted, **more,
    }  # fmt: skip


def test_a_difference_is_shown_with_its_size() -> None:
    section = stated_section([row(10.0, 10.0), row(12.0, 9.0)])
    assert list(section.cells("en")) == [["a.csv", "line 9", "streams", "12", "9", "-3"]]
    assert section.note
    assert "1 of 2" in section.note.en
    assert "2件のうち1件" in section.note.ja
    assert len(section.columns) == len(section.rows[0])
    alone = stated_section([row(12.0, 9.0)], with_file=False)
    assert len(alone.columns) == len(alone.rows[0]) == 5


def test_totals_that_agree_are_said_in_a_line_and_none_in_none() -> None:
    section = stated_section([row(10.0, 10.0)])
    assert not section.rows
    assert section.note
    assert "All 1" in section.note.en
    assert stated_section([]).note is None
