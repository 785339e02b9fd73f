"""The catalogue reader as a whole: kinds of files, what it gives, and what it refuses."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaigai.sources.reader import READERS, RefusedFile, recognise
from kaigai.sources.readers.catalogue_sheet import catalogue_sheet, preview
from tests.sources.reading import Read, read, read_or_refused, source

HEADER = (
    "品番,ＪＡＮコード,種別,アルバム名,アルバム名ヨミ,アーティスト名,カナ,英語表記,発売日,曲順,"
    "曲名,曲名カナ,ローマ字,英語,ISRC,時間,YouTube\n"
)
LIST = (
    f"○○レコード 楽曲一覧,,,\n{HEADER}"
    "ABCD-1,４９８８００１２３４５６２,シングル,夜の海,ヨルノウミ,青い灯,アオイヒ,Aoi Hi,"
    "2024年4月1日,１,夜の海,ヨルノウミ,Yoru no Umi,Night Sea,JP-PO0-24-00001,3:45,https://youtu.be/cW8VLC9nnTo\n"
    ",,,,,青い灯,,,,２,朝,ｱｻ,,,,4:10,xx\n"
)


def test_it_is_found_by_content() -> None:
    assert READERS["catalogue-sheet"] is catalogue_sheet
    for encoding in ("utf-8-sig", "cp932", "utf-16"):
        assert recognise(LIST.encode(encoding), "anything.dat") is catalogue_sheet
    assert recognise(b"date,country,rank,title,artist,isrc\n", "a.csv") is not catalogue_sheet


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "utf-16"])
def test_a_list_of_tracks(encoding: str) -> None:
    found = read(catalogue_sheet, source(LIST.encode(encoding), "dir/一覧.csv"))
    (delivery,) = found.deliveries
    assert (delivery.scope, delivery.standing, delivery.has_deals) == ("sheet:一覧.csv", 1, None)
    release = found.one("releases")
    assert (release["release_id"], release["gtin_given"]) == (
        "4988001234562", "４９８８００１２３４５６２",
    )  # fmt: skip
    assert (release["release_type"], release["release_day"]) == ("Single", date(2024, 4, 1))
    assert release["is_delivered"] is False
    first = found.by("recordings", "recording_id")["JPPO02400001"]
    assert (first["duration_ms"], first["isrc_given"]) == (225_000, "JP-PO0-24-00001")
    assert found.column("tracks", "disc", "position") == [(1, 1), (1, 2)]
    assert found.one("video_links") == {
        "video_id": "youtube:cW8VLC9nnTo",
        "recording_id": "JPPO02400001",
        "party_id": "name:青い灯",
    }
    assert found.places == ["row 4, column YouTube"]


def test_every_spelling_has_its_role() -> None:
    found = read(catalogue_sheet, source(LIST))
    assert found.names("recording") == {
        ("夜の海", None, "display"),
        ("ヨルノウミ", "ja-Hrkt", "reading"),
        ("Yoru no Umi", "ja-Latn", "latin"),
        ("Night Sea", "en", "english"),
        ("朝", None, "display"),
        ("ｱｻ", "ja-Hrkt", "reading"),
    }
    assert found.names("party") == {
        ("青い灯", None, "display"),
        ("アオイヒ", "ja-Hrkt", "reading"),
        ("Aoi Hi", "en", "english"),
    }
    assert found.names("release") == {
        ("夜の海", None, "display"),
        ("ヨルノウミ", "ja-Hrkt", "reading"),
    }


def test_a_second_title_and_a_translation() -> None:
    text = "曲名,Title,曲名(韓国語),アーティスト,ISRC\n夜,Night,밤,灯,JPPO02400001\n"
    found = read(catalogue_sheet, source(text))
    assert found.names("recording") == {
        ("夜", None, "display"), ("Night", None, "display"), ("밤", "ko", "translated"),
    }  # fmt: skip
    defaults = {row["text"]: row["is_default"] for row in found.tables["names"]}
    assert (defaults["夜"], defaults["Night"]) == (True, False)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.append(["ISRC", "曲名", "アーティスト名", "JAN", "アルバム名", "発売日", "時間"])
    first.append(["JPPO02400001", "夜", "灯", 4.988001234562e12, "夜の海", date(2024, 4, 1), 225])
    first.append(["JPPO02400002", "海", "灯", None, None, None, None])
    first.merge_cells("D2:D3")
    people = book.create_sheet("アーティスト")
    people.append(["アーティスト名", "国", "公式チャンネル"])
    people.append(["灯", "日本", "UCDGmojLIoWpXok597xYo8cg"])
    book.create_sheet("メモ").append(["読まないでください"])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_with_artists_in_another_tab() -> None:
    found = read(catalogue_sheet, source(workbook(), "一覧.xlsx"))
    assert found.column("releases", "release_id", "gtin_given") == [
        ("4988001234562", "4988001234562"),
    ]
    assert len(found.tables["tracks"]) == 2
    assert found.one("parties")["home_territory"] == "JP"
    assert found.one("channels")["is_official"] is True


def test_rows_that_say_nothing_are_refused_and_others_kept() -> None:
    text = "ISRC,曲名,アーティスト,備考\n,,灯,x\nJPPO02400001,夜,灯,\nJPPO02400002,海,灯,a,b\n"
    found = read(catalogue_sheet, source(text))
    assert found.places == ["row 2", "row 4"]
    assert found.refused[0].found == "灯"
    assert found.column("recordings", "recording_id") == ["JPPO02400001"]


def test_a_mapping_names_columns_that_nobody_knows() -> None:
    text = "番,名,人\nJPPO02400001,夜,灯\n"
    with pytest.raises(RefusedFile) as error:
        list(catalogue_sheet.read(source(text)))
    assert "--mapping" in error.value.refused.todo.en
    assert error.value.refused.found == "番 | 名 | 人"
    mapping = {"番": "isrc", "名": "title", "人": "artist"}
    assert read(catalogue_sheet, source(text, mapping=mapping)).one("recordings")["title"] == "夜"
    with pytest.raises(RefusedFile) as error:
        list(catalogue_sheet.read(source(text, mapping={"番": "isrcs"})))
    assert error.value.refused.place == "mapping, column 番"


def test_the_preview_shows_the_guess() -> None:
    (sheet,) = preview(source(LIST)).sheets
    assert sheet.header_row == 2
    fields = {column.header: column.field for column in sheet.columns}
    assert (fields["カナ"], fields["英語"]) == ("artist_kana", "title_english")
    changed = preview(source(LIST, mapping={"カナ": "ignore"})).sheets[0]
    assert changed.unrecognised == ("カナ",)


WHOLE = LIST.encode("cp932")


def check(found: Read) -> None:
    assert len(found.deliveries) == 1
    for row in found.tables.get("recordings", []):
        assert row["recording_id"]


@settings(max_examples=80, deadline=None)
@given(st.integers(0, len(WHOLE)), st.binary(max_size=12), st.integers(0, 20))
def test_a_damaged_list_is_read_or_refused(at: int, put: bytes, dropped: int) -> None:
    found = read_or_refused(catalogue_sheet, source(WHOLE[:at] + put + WHOLE[at + dropped :]))
    if isinstance(found, Read):
        check(found)


CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["JPPO02400001", "4988001234562", "全世界(", "3:45", "9" * 400, "1e400", "=1+1"]
    ),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=17), max_size=4))
def test_any_cells_under_the_header_are_read_or_refused(rows: list[list[str]]) -> None:
    lines = "".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows
    )
    text = (LIST + lines).encode("utf-8", "replace")
    found = read_or_refused(catalogue_sheet, source(text))
    if isinstance(found, Read):
        check(found)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    catalogue_sheet.sniff(data, "x.csv")
    read_or_refused(catalogue_sheet, source(data))
