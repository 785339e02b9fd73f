"""One table is one kind: a catalogue, a list of artists, usage, a statement, or none of them."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.formats.sheets.recognise import Kind, kind_of
from kaigai.formats.sheets.workbook import OLE_MAGIC

SHARED = Path(__file__).parents[4] / "shared" / "data"
HEAD = 65_536

TEXTS: list[tuple[str, Kind | None]] = [
    ("ISRC,曲名,アーティスト名\nJPPO02300001,夜,灯\n", "catalogue"),
    ("一覧表\n\n作成,2024\n品番\tJAN\t商品名称\n", "catalogue"),
    ("アーティスト名,カナ,国\n", "artists"),
    ("date,country,rank,title,artist,track_count,release_date\n", "usage"),
    ("ISRC,Title,Artist,Quantity,Store\n", "statement"),
    ("name,city,country,lat,lon\n", None),
    ("HEAD\tdsrf/30\n#AS01\tISRC\tTitle\tDisplayArtistName\n", None),
    ('{"ISRC,曲名,アーティスト名": 1}', None),
    ("<a>ISRC,曲名,アーティスト名</a>", None),
    ("Album 1,Artist 1,Song 1,Label 1\n", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "kind"), TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "utf-16"])
def test_text(text: str, kind: Kind | None, encoding: str) -> None:
    assert kind_of(text.encode(encoding), "list.csv") == kind


def workbook(*tabs: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for rows in tabs:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


SONGS: list[list[object]] = [["ISRC", "曲名", "アーティスト名"], ["JPPO02300001", "夜", "灯"]]
PEOPLE: list[list[object]] = [["アーティスト名", "カナ"], ["灯", "アカリ"]]


def test_a_catalogue_in_any_tab_makes_a_catalogue() -> None:
    assert kind_of(workbook(PEOPLE, SONGS), "x.xlsx") == "catalogue"
    assert kind_of(workbook(PEOPLE), "x.xlsx") == "artists"
    assert kind_of(workbook([["a", "b"]]), "x.xlsx") is None


def test_a_big_workbook_is_known_by_what_its_head_shows_or_by_its_name() -> None:
    rows: list[list[object]] = [
        [f"JPPO{n:08}", f"夜{n * 7919 % 99991}", f"灯{n}"] for n in range(12_000)
    ]
    big = workbook(SONGS + rows)
    assert len(big) > HEAD
    assert kind_of(big[:HEAD], "catalogue.xlsx") == "catalogue"
    assert kind_of(big[:HEAD], "アーティスト一覧.xlsx") in ("catalogue", "artists")


def test_old_workbooks_are_claimed_to_be_refused_politely() -> None:
    assert kind_of(OLE_MAGIC, "楽曲.xls") == "catalogue"
    assert kind_of(OLE_MAGIC, "letter.doc") is None
    assert kind_of(b"PK\x03\x04\x00\x00word/document.xml", "letter.docx") is None


@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04xl/", b"\xff\xfe", OLE_MAGIC]))
def test_any_bytes_are_some_kind_or_none(data: bytes, magic: bytes) -> None:
    known = (None, "catalogue", "artists", "usage", "statement")
    assert kind_of(magic + data, "a.xlsx") in known


@pytest.mark.skipif(not SHARED.exists(), reason="needs the shared data")
def test_real_files_of_other_kinds_are_left_alone() -> None:
    files = [file for folder in ("reference", "titles", "sales", "subs", "youtube", "ern")
             for file in (SHARED / folder).rglob("*") if file.suffix != ".parquet"]  # fmt: skip
    kinds = {file.name: kind_of(file.read_bytes()[:HEAD], file.name) for file in files}
    assert {kind for kind in kinds.values() if kind} == {"statement"}
    assert sum(kind == "statement" for kind in kinds.values()) == 4
