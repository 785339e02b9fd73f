"""The reader of lists of tie-ins: works, where they are shown, and bad cells."""

from datetime import date

import pytest

from kaigai.formats.sheets.tie_ins import Tied, tied
from kaigai.sources.reader import RefusedFile, recognise
from kaigai.sources.readers.catalogue_sheet import catalogue_sheet
from kaigai.sources.readers.tie_in_sheet import preview, tie_in_sheet
from tests.sources.reading import Read, read, read_or_refused, source

HEADER = (
    "曲名,アーティスト,作品名,作品名(英語),種別,使われ方,国・地域,配信サービス,開始日,終了日\n"
)
ROW = "灯,青い灯,灯台の子,Child of the Lighthouse,TVアニメ,OPテーマ,台湾、香港,A社,2025年4月2日,\n"


def test_it_is_found_by_content_and_a_catalogue_with_tie_ins_is_not() -> None:
    assert recognise((HEADER + ROW).encode("cp932"), "x.csv") is tie_in_sheet
    listed = "ISRC,曲名,アーティスト名,タイアップ,JANコード,発売日\n"
    assert recognise(listed.encode(), "x.csv") is catalogue_sheet
    sold = "作品名,アーティスト名,種別,曲名,開始日\n"
    assert recognise(sold.encode(), "x.csv") is catalogue_sheet
    english = "Song,Artist,Series,Type,Country,Start date\n"
    assert recognise(english.encode(), "x.csv") is tie_in_sheet


def test_a_tie_in_is_a_row_for_each_territory() -> None:
    found = read(tie_in_sheet, source(HEADER + ROW, "ties.csv"))
    assert found.deliveries[0].scope == "sheet:ties.csv"
    rows = found.tables.get("tie_ins", [])
    assert [row["territory"] for row in rows] == ["HK", "TW"]
    assert len({row["tie_in_id"] for row in rows}) == 1
    one = {name: rows[0][name] for name in ("title", "artist", "work", "work_english", "services")}
    assert one == {
        "title": "灯", "artist": "青い灯", "work": "灯台の子",
        "work_english": "Child of the Lighthouse", "services": "A社",
    }  # fmt: skip
    assert (rows[0]["kind"], rows[0]["role"]) == ("anime", "opening")
    assert (rows[0]["first_day"], rows[0]["last_day"]) == (date(2025, 4, 2), None)


def test_free_words_and_nothing_of_places() -> None:
    sheet = "曲名,アーティスト,タイアップ,開始日\n灯,青い灯,映画『灯台の子』主題歌,2025-04-02\n"
    (row,) = read(tie_in_sheet, source(sheet, "x.csv")).tables["tie_ins"]
    assert (row["work"], row["kind"], row["role"]) == ("灯台の子", "film", "theme")
    assert row["territory"] is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("TVアニメ「灯台」エンディングテーマ", Tied("灯台", "anime", "ending")),
        ("劇場アニメ『灯台』挿入歌", Tied("灯台", "film", "insert")),
        ("CMソング", Tied(None, "commercial", "theme")),
        ("opening of the game “Lamp”", Tied("Lamp", "game", "opening")),
        ("ドラマ「OPENの日」主題歌", Tied("OPENの日", "drama", "theme")),
        ("なぞの催し", Tied(None, None, None)),
    ],
)
def test_what_words_say(words: str, said: Tied) -> None:
    assert tied(words) == said


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("灯,青い灯,,,,,台湾,,2025-04-02,", "作品名"),
        ("灯,,灯台の子,,,,台湾,,2025-04-02,", "アーティスト名"),
        ("灯,青い灯,灯台の子,,,,ナルニア,,2025-04-02,", "国・地域"),
        ("灯,青い灯,灯台の子,,,,台湾,,2025-04-02,2025-03-01", "終了日"),
    ],
)
def test_a_row_that_cannot_be_used_is_said_and_left_out(row: str, expected: str) -> None:
    found = read_or_refused(tie_in_sheet, source(HEADER + row + "\n", "x.csv"))
    assert isinstance(found, Read)
    (refused,) = found.refused
    assert expected in refused.expected.ja
    assert found.tables.get("tie_ins", []) == []


def test_preview_and_a_file_without_a_header() -> None:
    shown = preview(source(HEADER + ROW, "ties.csv"))
    assert {column.field for column in shown.sheets[0].columns} >= {
        "work",
        "work_english",
        "territories",
    }
    with pytest.raises(RefusedFile):
        read(tie_in_sheet, source("あ,い\n1,2\n", "x.csv"))
