"""Which release and recording a row is about, also where it does not say it again."""

import pytest

from kaigai.sources.readers.catalogue_sheet import catalogue_sheet
from tests.sources.reading import read, source

HEADER = "JAN,品番,アルバム名,アーティスト,曲順,曲名,ISRC\n"
A, B = "4988001234562", "own:catalog:abcd1"


def tracks(rows: str, header: str = HEADER) -> list[tuple[str, int | None]]:
    found = read(catalogue_sheet, source(header + rows))
    return found.column("tracks", "release_id", "position")


@pytest.mark.parametrize(
    ("rows", "releases"),
    [
        (f"{A},ABCD-1,夜,灯,1,一,\n,,,灯,2,二,\n,,,灯,3,三,\n", [A, A, A]),
        (f"{A},ABCD-1,夜,灯,1,一,\n,ABCD-1,,灯,2,二,\n", [A, A]),
        (f"{A},,夜,灯,1,一,\n,,夜,灯,2,二,\n", [A, A]),
        (",ABCD-1,夜,灯,1,一,\n,ａｂｃｄ １,,,2,二,\n", [B, B]),
        (",,夜,灯,1,一,\n,,夜,海,2,二,\n", ["title:灯/夜", "title:灯/夜"]),
        (",,夜,灯,1,一,\n,,,灯,1,別,\n", ["title:灯/夜"]),
        (f"{A},ABCD-1,夜,灯,1,一,\n\n,,,灯,2,二,\n", [A]),
        ("1234,,夜,灯,1,一,\n", ["title:灯/夜"]),
        ("1234,,,灯,1,一,\n", ["own:barcode:1234"]),
    ],
)
def test_the_release_of_each_row(rows: str, releases: list[str]) -> None:
    assert [release for release, _ in tracks(rows)] == releases


def test_a_release_row_heads_the_tracks_below_it() -> None:
    found = read(catalogue_sheet, source(HEADER + f"{A},ABCD-1,夜,灯,,,\n,,,,1,一,\n,,,,2,二,\n"))
    assert found.column("tracks", "release_id", "position") == [(A, 1), (A, 2)]
    assert found.one("releases")["catalog_number"] == "ABCD-1"


def test_recordings_without_an_isrc_are_known_by_their_place() -> None:
    rows = f"{A},,夜,灯,1,一,JP-PO0-23-00001\n,,,灯,2,二,XX1\n,,,灯,3,三,なし\n"
    found = read(catalogue_sheet, source(HEADER + rows))
    assert found.column("recordings", "recording_id", "isrc", "isrc_given") == [
        ("JPPO02300001", "JPPO02300001", "JP-PO0-23-00001"),
        (f"{A}#1-2", None, "XX1"),
        (f"{A}#1-3", None, None),
    ]
    alone = read(catalogue_sheet, source("曲名,アーティスト,ジャンル\n夜,灯,J-POP\n"))
    assert alone.column("recordings", "recording_id") == ["title:灯/夜"]


def test_two_songs_under_one_isrc_stay_two_and_one_song_twice_is_one() -> None:
    rows = "ISRC,曲名,アーティスト,発売日\nJPPO02300001,夜,灯,2024/5/1\n"
    again = read(catalogue_sheet, source(rows + "JPPO02300001,夜,灯,2020/1/1\n"))
    assert [str(day) for day in again.column("recordings", "first_day")] == ["2020-01-01"]
    other = read(catalogue_sheet, source(rows + "JPPO02300001,海,灯,2024/5/1\n"))
    assert other.column("recordings", "recording_id", "title") == [
        ("JPPO02300001", "夜"),
        ("JPPO02300001", "海"),
    ]
