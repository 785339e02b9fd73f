"""A sheet that comes back: whichever program saved it, and whatever that made of its cells."""

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.formats.sheets.apostrophe import bare, guarded
from kaigai.formats.sheets.form import STAMP, STAMP_WORDS, BadRow, BadSheet, Column, Form, Line
from kaigai.formats.sheets.mark import mark
from kaigai.terms.text import Text

SAID = Text("said", "言")
FORM = Form(
    {
        "id": Column(Text("id", "ID"), needed=True),
        "name": Column(Text("name", "名称"), editable=True, needed=True, longest=9, expected=SAID),
        "answer": Column(
            Text("answer", "回答"),
            editable=True,
            choices={"yes": Text("yes", "はい"), "no": Text("no", "いいえ")},
            also={"yes": "○|1"},
        ),
        STAMP: Column(STAMP_WORDS),
    },
    key=("id",),
    todo=Text("give such a sheet", "この表をください"),
    unknown=Text("a known id", "既知のID"),
    once=Text("its second", "二行目"),
    stamped=("name", "from"),
)
OLD = f"{mark('Umi')}.x1"


def back(*rows: str) -> list[Line]:
    """Rows below a heading, as CSV."""
    return FORM.lines("\n".join(("id,name,answer,stamp", *rows)).encode(), "s.csv")


@pytest.mark.parametrize("text", ["=1+1", "'=x", "''-", "-5", "-x", "+81", "＠a", "'tis", "\t=x"])
def test_an_apostrophe_is_put_on_and_taken_off(text: str) -> None:
    assert bare(guarded(text)) == text


@given(st.text(alphabet="'=+-@＝1x\t\n"))
def test_what_is_guarded_never_runs_and_always_comes_back(text: str) -> None:
    assert bare(guarded(text)) == text
    assert not guarded(text)[:1] or guarded(text)[0] not in "=+@＝\t\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_text_files_of_every_program_with_headings_below_others(encoding: str, sign: str) -> None:
    table = f"確認の表\n\nname / 名称{sign}ＩＤ\n海の歌{sign}A\n'=愛{sign}B\n"
    first, second = FORM.lines(table.encode(encoding), "s.txt")
    assert (first.place, first["id"], first["name"]) == (4, "A", "海の歌")
    assert (second.place, second["name"]) == (5, "=愛")


def test_lists_in_cells_do_not_hide_the_columns() -> None:
    codes = "; ".join(["JP"] * 200)
    assert [line["name"] for line in FORM.lines(f"id,name\nA,{codes}\n".encode(), "s")] == [codes]


def test_rows_in_json_are_told_by_their_index() -> None:
    data = b'[{"id": 12, "name": null}, {"name": "=x", "id": "B", "answer": true}, {}]'
    first, second = FORM.lines(data, "s.json")
    assert (first.place, first["id"], first["name"]) == ("[0]", "12", "")
    assert (second.place, second["name"], second["answer"]) == ("[1]", "=x", "TRUE")


@pytest.mark.parametrize(
    ("data", "en", "ja"),
    [
        (b'[{"id": 1,}]', "line 1", "1行目"),
        (b'[{"id": 1}, 2]', "[1]", "[1]"),
        (b"[" * 100_000 + b"]", "the columns id, name", "「ID」「名称」"),
        (b"[{" + b'"a":[' * 100_000, "line 1", "1行目"),
        (b"a,b\n1,2\n", "give such a sheet", "この表をください"),
        (b"", "give such a sheet", "「名称」"),
        (b"PK\x03\x04 broken", "file", "ファイル全体"),
        (b"\x00\x01\x02", "UTF-8", "ファイル全体"),
        (b'id,name\n"' + b"x" * 200_000, "line 2", "2行目"),
    ],
)
def test_what_is_no_such_sheet_is_told_in_both_languages(data: bytes, en: str, ja: str) -> None:
    with pytest.raises(BadSheet) as refused:
        FORM.lines(data, "s.csv")
    assert en in refused.value.text.en
    assert ja in refused.value.text.ja
    assert "line " not in refused.value.text.ja


def test_what_a_spreadsheet_makes_of_ids_and_days() -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(["id", "name"])
    page.append([12, date(2026, 10, 11)])
    page.append([4.98801e12, 1.5])
    stream = io.BytesIO()
    book.save(stream)
    first, second = FORM.lines(stream.getvalue(), "s.xlsx")
    assert (first["id"], first["name"], first.days) == ("12", "2026-10-11", frozenset({"name"}))
    assert (second["id"], second["name"], second.days) == ("4988010000000", "1.5", frozenset())
    known = {("0012",): 1, ("4988010000000",): 2}
    assert [each[1] for each in FORM.matched([first, second], known) if isinstance(each, tuple)]
    assert _bad(back("4.98801E+12,x"), known)[0].expected.en.startswith("all letters of the id")


def _bad(lines: list[Line], known: Mapping[Any, int]) -> list[BadRow]:
    return [each for each in FORM.matched(lines, known) if isinstance(each, BadRow)]


def test_each_id_is_known_and_stands_in_one_row() -> None:
    known = {("012",): 1, ("12",): 2, ("7",): 3, ("B",): 4}
    lines = back("12,x", "0012,x", "０７,x", "7,y", "C,x", "b,x")
    found = list(FORM.matched(lines, known))
    assert [each[1] for each in found if isinstance(each, tuple)] == [2, 3, 4]
    assert [(each.place, each.expected.en) for each in _bad(lines, known)] == [
        (3, "a known id"), (5, "its second"), (6, "a known id"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "stamp", "now", "about", "state"),
    [
        ("Umi", "name:{}", "Umi", {}, "unchanged"),
        ("Umi", "{}.x1", "Sea", {}, "unchanged"),
        ("Sea", "name:{}", "Sea", {}, "unchanged"),
        ("", "name:{}", "Umi", {}, "blank"),
        ("Sea", "{}.x1", "Umi", {}, "changed"),
        ("Sea", "name:{}", "Ocean", {}, "conflict"),
        ("Sea", "name:{}", None, {}, "conflict"),
        ("Sea", "name:{} from:-", "Umi", {"from": "x"}, "stale"),
        ("Sea", "name:{} from:-", "Umi", {"from": ""}, "changed"),
        ("Sea", "", "Umi", {}, None),
        ("Sea", "{}.x.y", "Umi", {}, None),
    ],
)
def test_what_became_of_a_cell(
    said: str, stamp: str, now: str | None, about: dict[str, str], state: str | None
) -> None:
    (line,) = back(f"A,{said},,{stamp.format(mark('Umi'))}")
    assert line.state("name", now, **about) == state


def test_a_cell_that_is_no_part_of_the_stamp_was_given_out_empty() -> None:
    (line,) = back(f"A,Umi,yes,{OLD}")
    assert line.state("answer", None) == "changed"
    assert line.state("answer", "yes") == "unchanged"
    assert line.given["from"] == "x1"


def test_answers_in_both_languages_and_any_width() -> None:
    answer = FORM.columns["answer"].value
    assert [answer(said) for said in ("はい", " YES ", "ｎｏ", "○", "１", "")] == [
        "yes", "yes", "no", "yes", "yes", None,
    ]  # fmt: skip
    with pytest.raises(ValueError, match="perhaps"):
        answer("perhaps")


@pytest.mark.parametrize(("said", "is_bad"), [("x" * 9, False), ("x" * 10, True), ("a\nb", True)])
def test_what_a_cell_may_hold(said: str, is_bad: bool) -> None:
    line = Line(2, {"name": said, "answer": "はい"})
    found = FORM.values(line)
    assert found == (FORM.bad(line, "name") if is_bad else {"name": said, "answer": "yes"})
    assert FORM.bad(line, "name").expected == SAID
    assert FORM.values(Line(2, {"answer": "x"}), "name") == {"name": None}
