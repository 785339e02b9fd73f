"""The sheet of the registry: understood in either language, with what may change and what was."""

import pytest

from kaigai.desks.names.sheet import FORM, is_name, sheet_of
from kaigai.formats.sheets.mark import mark

ROW = {
    "subject_kind": "recording", "subject_id": "A", "artist": "夜明け楽団", "original": "炎",
    "reading": "ホムラ", "latin": None, "english": None, "short": None, "translated": "불꽃",
    "suggestion": "Honoo", "confidence": 0.7, "latin_locked": True,
}  # fmt: skip


def test_a_sheet_is_understood_as_it_was_given_out_and_in_either_language() -> None:
    table = sheet_of([ROW], "ko", "en").table()
    columns = FORM.columns_of(table.column_names)
    assert columns["id"] == 1
    assert "lang:ko" in columns
    assert FORM.columns_of(["種類", "ＩＤ", "ローマ字表記"]) == {"kind": 0, "id": 1, "latin": 2}
    assert FORM.columns_of(["kind", "id", "Latin form"]) == {"kind": 0, "id": 1, "latin": 2}
    assert FORM.columns_of(["something else"]) == {}


@pytest.mark.parametrize("name", ["n.csv", "n.xlsx", "n.json"])
def test_a_line_holds_what_may_change_and_what_it_was(name: str) -> None:
    (line,) = FORM.lines(sheet_of([ROW], "ko", "ja").file(name), name)
    assert (line.place, line["kind"], line["id"]) == (
        "[0]" if name == "n.json" else 2, "recording", "A",
    )  # fmt: skip
    assert {slot: line[slot] for slot in line.cells if is_name(slot)} == {
        "reading": "ホムラ", "latin": "", "english": "", "short": "", "lang:ko": "불꽃",
    }  # fmt: skip
    assert {slot: line.given[slot] for slot in line.given if is_name(slot)} == {
        "reading": mark("ホムラ"), "latin": "-", "english": "-", "short": "-",
        "lang:ko": mark("불꽃"),
    }  # fmt: skip


def test_a_suggestion_is_no_name() -> None:
    row = sheet_of([ROW], None, "en").table().to_pylist()[0]
    assert row[FORM.heading("latin")] is None
    assert row[FORM.heading("suggestion")] == "Honoo"
    assert row[FORM.heading("locked")] == "latin"
