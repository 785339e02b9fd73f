"""Rows by field: what is passed over, what is refused, and where."""

from datetime import date

import pytest

from kaigai.formats.sheets import catalogue
from kaigai.formats.sheets.headers import locate
from kaigai.sources.reader import RefusedFile
from kaigai.sources.sheets import lines as module
from kaigai.sources.sheets.lines import Line, lines, sheets_of
from tests.sources.reading import source

HEADER = "ISRC,曲名,発売日,曲順,時間,JAN\n"


def taken(text: str) -> list[Line]:
    (sheet,) = sheets_of(source(HEADER + text))
    located = locate(sheet, (catalogue.columns, catalogue.is_catalogue))
    assert located is not None
    return list(lines(located[1]))


def test_cells_by_field() -> None:
    (line,) = taken("JP1, 夜 ,2024/4/1,０３,3:45,4988\n")
    assert (line.number, line.place) == (2, "row 2")
    assert (line.text("isrc"), line.text("title"), line.text("artist")) == ("JP1", "夜", None)
    assert line.day("release_day") == date(2024, 4, 1)
    assert (line.count("position"), line.duration_ms("duration")) == (3, 225_000)
    assert not line.refused


def test_empty_rows_totals_and_repeated_headers_are_passed_over() -> None:
    found = taken(",,,,,\nA,夜\n" + HEADER + "合計,,,12,,\nB,海\n")
    assert [(line.number, line.text("isrc")) for line in found] == [(3, "A"), (6, "B")]


@pytest.mark.parametrize(
    ("row", "ask", "place"),
    [
        ("A,夜,04/01/2024", "release_day", "row 2, column 発売日"),
        ("A,夜,,三", "position", "row 2, column 曲順"),
        ("A,夜,,,long", "duration", "row 2, column 時間"),
        ("A,夜,,,,4.99E+12", "gtin", "row 2, column JAN"),
        ("A,#N/A", "title", "row 2, column 曲名"),
    ],
)
def test_a_bad_cell_is_told_once_and_the_row_kept(row: str, ask: str, place: str) -> None:
    (line,) = taken(row + "\n")
    for _ in range(2):
        line.day("release_day")
        line.count("position")
        line.duration_ms("duration")
        line.code("gtin")
    assert [refused.place for refused in line.refused] == [place]
    assert line.text("isrc") == "A"
    assert line.text(ask) is None or ask != "title"


def test_nothings_are_nothing_and_no_fault() -> None:
    (line,) = taken("なし,-,未定,-,－,-\n")
    assert (line.word("isrc"), line.text("title")) == (None, "-")
    assert line.day("release_day") is None
    assert line.count("position") is None
    assert line.duration_ms("duration") is None
    assert line.code("gtin") is None
    assert not line.refused


def test_cells_beyond_the_header_make_the_row_useless() -> None:
    (line,) = taken("A,夜,海,2024/4/1,3,3:45,4988,5\n")
    assert line.is_shifted
    assert line.refused[0].found == "8 cells"


def test_units_of_durations() -> None:
    (line,) = taken("A,夜,,,225\n")
    line.fields["duration_ms"] = line.fields["duration"]
    assert line.duration_ms("duration_ms", 1) == 225
    assert line.duration_ms("duration_ms", 1000) == 225_000


def test_too_big_a_sheet_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 10)
    with pytest.raises(RefusedFile) as error:
        list(sheets_of(source(HEADER)))
    assert error.value.refused.place == "file"
