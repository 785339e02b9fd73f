"""The sheet that is given out: headings in both languages, stamps, cells as they were typed."""

import pytest

from kaigai.desks.names.grid_reader import NoSheet, grid_of
from kaigai.desks.names.sheet import columns_of, heading, lines, to_arrow
from kaigai.formats.sheets.mark import mark

ROW = {
    "subject_kind": "recording", "subject_id": "A", "artist": "夜明け楽団", "original": "炎",
    "reading": "ホムラ", "latin": None, "english": None, "short": None, "translated": "불꽃",
    "suggestion": "Honoo", "confidence": 0.7, "latin_locked": True,
}  # fmt: skip


def test_a_sheet_is_understood_as_it_was_given_out_and_in_either_language() -> None:
    table = to_arrow([ROW], "ko")
    columns = columns_of(table.column_names)
    assert columns["id"] == 1
    assert "lang:ko" in columns
    assert columns_of(["種類", "ID", "ローマ字表記"]) == {"kind": 0, "id": 1, "latin": 2}
    assert columns_of(["kind", "id", "Latin form"]) == {"kind": 0, "id": 1, "latin": 2}
    assert columns_of(["something else"]) == {}


def test_a_line_holds_what_may_change_and_what_it_was() -> None:
    table = to_arrow([ROW], "ko")
    cells = list(table.to_pylist()[0].values())
    (line,) = lines([(2, cells)], columns_of(table.column_names))
    assert (line.number, line.kind, line.id) == (2, "recording", "A")
    assert line.cells == {
        "reading": "ホムラ", "latin": "", "english": "", "short": "", "lang:ko": "불꽃",
    }  # fmt: skip
    assert line.stamp == {
        "reading": mark("ホムラ"), "latin": "-", "english": "-", "short": "-",
        "lang:ko": mark("불꽃"),
    }  # fmt: skip


def test_a_suggestion_is_no_name() -> None:
    row = to_arrow([ROW], None).to_pylist()[0]
    assert row[heading("latin")] is None
    assert row[heading("suggestion")] == "Honoo"
    assert row[heading("locked")] == "latin"


def test_blank_rows_are_left_out_and_guarded_formulas_are_names_again() -> None:
    columns = {"kind": 0, "id": 1, "latin": 2, "stamp": 3}
    rows: list[tuple[int, list[object]]] = [
        (2, ["", None, " ", ""]),
        (3, ["recording", "A", "'=LOVE", ""]),
        (4, ["r", 12.0]),
    ]
    found = list(lines(rows, columns))
    assert [each.number for each in found] == [3, 4]
    assert found[0].cells == {"latin": "=LOVE"}
    assert found[1].id == "12"


def test_csv_and_damage() -> None:
    headings, rows = grid_of("\n\nkind,id\r\nrecording,A\r\n".encode("cp932"), "n.csv")
    assert headings == ["kind", "id"]
    assert list(rows) == [(4, ("recording", "A"))]
    with pytest.raises(NoSheet, match=r"n\.xlsx"):
        grid_of(b"PK\x03\x04 broken", "n.xlsx")
    assert grid_of(b"", "n.csv")[0] == []
