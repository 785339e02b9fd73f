"""Sheets of answers: yes, no, another artist; bad rows are listed and the good kept."""

import pytest

from kaigai.desks.measure.answer_sheet import NoSheet, decided

ASKED = {("Luna", "l1"), ("Luna", "l2"), ("=Maki", "m")}
ARTISTS = {"l1", "l2", "m"}
HEADER = "credit,artist_id,artist,answer,title\n"


def test_answers_in_both_languages() -> None:
    sheet = HEADER + "Luna,l1,ルナ,はい,\nLuna,l2,LUNA,no,Song\n'=Maki,m,Maki,〇,\n,,,,\n"
    found = decided(sheet.encode("utf-8-sig"), ASKED, ARTISTS)
    assert found.answers == [
        {"credit": "Luna", "title": None, "artist_id": "l1", "answer": "yes"},
        {"credit": "Luna", "title": "Song", "artist_id": "l2", "answer": "no"},
        {"credit": "=Maki", "title": None, "artist_id": "m", "answer": "yes"},
    ]
    assert not found.bad


def test_another_artist_is_a_no_and_a_yes() -> None:
    found = decided((HEADER + "Luna,l1,,l2,\n").encode(), ASKED, ARTISTS)
    assert [(each["artist_id"], each["answer"]) for each in found.answers] == [
        ("l1", "no"),
        ("l2", "yes"),
    ]


def test_bad_rows_are_listed_and_blank_ones_counted() -> None:
    rows = "Luna,l1,,maybe,\nNobody,x,,yes,\nLuna,l2,,,\nLuna,l1,,yes,\n"
    found = decided((HEADER + rows).encode(), ASKED, ARTISTS)
    assert [each.place for each in found.bad] == ["row 2", "row 3"]
    assert (found.blank, len(found.answers)) == (1, 1)
    assert all(each.expected.ja for each in found.bad)


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"PK\x03\x04broken"])
def test_another_file_is_no_sheet(content: bytes) -> None:
    with pytest.raises(NoSheet):
        decided(content, ASKED, ARTISTS)
