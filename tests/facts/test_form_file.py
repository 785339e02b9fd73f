"""What is written as a form comes back as it was, whatever stands in it and in every format."""

import io
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaigai.facts.form_file import FormSheet
from kaigai.formats.sheets.form import STAMP, STAMP_WORDS, Column, Form
from kaigai.formats.sheets.mark import held, mark
from kaigai.terms.text import Text

FORM = Form(
    {
        "id": Column(Text("id", "ID"), needed=True),
        "name": Column(Text("name", "名称"), editable=True),
        "sure": Column(Text("sure", "確度"), "share"),
        "several": Column(Text("several", "複数"), "list"),
        STAMP: Column(STAMP_WORDS, needed=True),
    },
    key=("id",),
    todo=Text("", ""),
    unknown=Text("", ""),
    once=Text("", ""),
    stamped=("name",),
)
ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"))
NAMES = st.lists(st.one_of(ANY, st.text("'=+-@＝_x0D1\r\n\t ;,\"[{")), min_size=1, max_size=5)


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
@settings(max_examples=60, deadline=None)
@given(names=NAMES)
def test_every_text_comes_back_unchanged(ending: str, names: list[str]) -> None:
    rows: list[dict[str, Any]] = [
        {"id": f"{n:03}", "name": name, "sure": 0.5, "several": [f"a{n}", "b"],
         STAMP: FORM.stamp(name=mark(name))}
        for n, name in enumerate(names)
    ]  # fmt: skip
    sheet = FormSheet(FORM, rows, "ja")
    lines = FORM.lines(sheet.file(f"s.{ending}"), f"s.{ending}")
    found = list(FORM.matched(lines, {(row["id"],): row for row in rows}))
    assert len(found) == len(rows)
    for each in found:
        assert isinstance(each, tuple)
        line, row = each
        assert (line["id"], line["several"]) == (row["id"], f"a{int(row['id'])}; b")
        assert line.state("name", "meanwhile") == "unchanged", (line["name"], row["name"])
        assert mark(line["name"]) == mark(row["name"])


@pytest.mark.parametrize("name", ["_x000D_", "a_x0041_b", "_x005F_x0041_", "_x005f_", "a\r\nb"])
def test_what_looks_like_a_workbooks_own_signs_comes_back(name: str) -> None:
    rows = [{"id": "1", "name": name, STAMP: FORM.stamp(name=mark(name))}]
    (line,) = FORM.lines(FormSheet(FORM, rows, "en").file("s.xlsx"), "s.xlsx")
    assert line["name"] == held(name)


def test_what_people_write_is_text_and_the_rest_is_locked() -> None:
    row = {"id": "007", "name": "'=x", "sure": 0.25, STAMP: "name:-"}
    content = FormSheet(FORM, [row], "ja").file("x.xlsx")
    (page,) = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    assert page.protection.sheet
    id, name, sure = (page.cell(2, column) for column in (1, 2, 3))
    assert (name.number_format, name.protection.locked, name.value) == ("@", False, "''=x")
    assert (id.value, id.protection.locked, sure.value) == ("007", True, 0.25)
    assert held("a\r\nb\x00 ") == "a\nb"
