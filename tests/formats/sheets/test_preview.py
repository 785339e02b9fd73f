"""The guess that a person may correct: every column with its field and samples."""

from kaigai.formats.sheets import catalogue
from kaigai.formats.sheets.grid import text_sheet
from kaigai.formats.sheets.preview import Preview, preview_of


def shown(text: str) -> Preview:
    return preview_of(
        [text_sheet(text)], catalogue.columns, catalogue.is_catalogue, catalogue.ALL_FIELDS
    )


def test_a_known_header() -> None:
    (sheet,) = shown("一覧\nISRC,曲名,謎,アーティスト名\nA,夜,1,灯\nB,夜,2,灯\n").sheets
    assert (sheet.is_read, sheet.header_row, sheet.unrecognised) == (True, 2, ("謎",))
    assert [column.samples for column in sheet.columns] == [
        ("A", "B"), ("夜",), ("1", "2"), ("灯",),
    ]  # fmt: skip


def test_an_unknown_header_is_shown_for_mapping() -> None:
    found = shown("x\nコード,名,人\nA,夜,灯\n")
    (sheet,) = found.sheets
    assert (sheet.is_read, sheet.header_row) == (False, 2)
    assert sheet.unrecognised == ("コード", "名", "人")
    assert found.mapping == {}
    assert "title_kana" in found.fields


def test_nothing_to_show() -> None:
    assert shown("").sheets == ()
