"""Sheets of answers: yes, no, another artist; bad rows are listed and the good kept."""

from dataclasses import replace

import pytest

from kaigai.desks.measure.answer_sheet import FORM, Decided, decided, sheet_of
from kaigai.formats.sheets.form import BadSheet

ASKED = {("Luna", "l1"), ("Luna", "l2"), ("=Maki", "m")}
HEADER = "credit,artist_id,artist,answer,title\n"
ROW = {
    "credit": "Luna", "artist_id": "l1", "artist": "ルナ", "home": "JP", "state": "doubt",
    "method": "name", "reason": "homonym", "score": 0.5, "things": 3, "territories": 2,
    "titles": ["b", None, "=a"],
}  # fmt: skip


def taken(content: bytes, last: dict[tuple[str, str], str] | None = None) -> Decided:
    """What a sheet decides."""
    return decided(FORM.lines(content, "s.csv"), ASKED, last or {})


def test_answers_in_both_languages() -> None:
    sheet = HEADER + "Luna,l1,ルナ,はい,\nLuna,l2,LUNA,no,Song\n'=Maki,m,Maki,〇,\n,,,,\n"
    found = taken(sheet.encode("utf-8-sig"))
    assert found.answers == [
        {"credit": "Luna", "title": None, "artist_id": "l1", "answer": "yes"},
        {"credit": "Luna", "title": "Song", "artist_id": "l2", "answer": "no"},
        {"credit": "=Maki", "title": None, "artist_id": "m", "answer": "yes"},
    ]
    assert not found.bad


def test_another_artist_is_a_no_and_a_yes() -> None:
    found = taken((HEADER + "Luna,l1,,l2,\n").encode())
    assert [(each["artist_id"], each["answer"]) for each in found.answers] == [
        ("l1", "no"),
        ("l2", "yes"),
    ]


def test_bad_rows_are_listed_and_blank_ones_counted() -> None:
    rows = "Luna,l1,,maybe,\nNobody,x,,yes,\nLuna,l2,,,\nLuna,l1,,yes,\n"
    found = taken((HEADER + rows).encode())
    assert [each.place for each in found.bad] == [2, 3]
    assert (found.blank, len(found.answers)) == (1, 1)
    assert all(each.expected.ja for each in found.bad)


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"PK\x03\x04broken"])
def test_another_file_is_no_sheet(content: bytes) -> None:
    with pytest.raises(BadSheet):
        taken(content)


def test_headings_below_a_title_full_width_answers_and_ids_in_another_case() -> None:
    sheet = "確認,,\n名義,アーティストＩＤ,回答\nluna,L1,ＹＥＳ\n"
    (row,) = taken(sheet.encode("cp932")).answers
    assert (row["credit"], row["artist_id"], row["answer"]) == ("Luna", "l1", "yes")


def test_rows_that_contradict_each_other_are_told() -> None:
    found = taken(
        (HEADER + "Luna,l1,,yes,\nLuna,l1,,はい,\nLuna,l1,,no,\nLuna,l1,,no,A\n").encode()
    )
    assert [(each["title"], each["answer"]) for each in found.answers] == [
        (None, "yes"), ("A", "no"),
    ]  # fmt: skip
    assert [each.place for each in found.bad] == [4]


@pytest.mark.parametrize("name", ["s.csv", "s.xlsx", "s.json"])
def test_what_somebody_said_meanwhile_is_not_overturned(name: str) -> None:
    sheet = sheet_of([ROW], {}, "ja")
    filled = replace(sheet, rows=[{**sheet.rows[0], "answer": "はい"}]).file(name)
    assert [each["answer"] for each in taken(filled).answers] == ["yes"]
    assert [each["answer"] for each in taken(filled, {("Luna", "l1"): "yes"}).answers] == ["yes"]
    (bad,) = taken(filled, {("Luna", "l1"): "no"}).bad
    assert "since the sheet was given out" in bad.expected.en
    anew = sheet_of([ROW], {("Luna", "l1"): "no"}, "ja")
    over = replace(anew, rows=[{**anew.rows[0], "answer": "yes"}]).file(name)
    assert not taken(over, {("Luna", "l1"): "no"}).bad
