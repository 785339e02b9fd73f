"""The reader of lists of artists: spellings, identifiers, channels, and bad cells."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaigai.sources.reader import RefusedFile, recognise
from kaigai.sources.readers.artist_sheet import artist_sheet, preview
from tests.sources.reading import Read, read, read_or_refused, source

HEADER = "アーティスト名,フリガナ,英語表記,別名,国,ISNI,IPI,MBID,公式チャンネル\n"
ROW = (
    "青い灯,アオイヒ,Aoi Hi,Aoihi; アオイ/ヒ,日本,0000 0001 2103 2683,,"
    "https://musicbrainz.org/artist/0383dadf-2a4e-4d10-a46a-e9e041da8eb3,"
    "https://www.youtube.com/channel/UCDGmojLIoWpXok597xYo8cg\n"
)


def test_it_is_found_by_content() -> None:
    assert recognise((HEADER + ROW).encode("cp932"), "x") is artist_sheet
    assert recognise("ISRC,曲名,アーティスト名,国\n".encode(), "x") is not artist_sheet


def test_an_artist() -> None:
    found = read(artist_sheet, source(HEADER + ROW, "artists.csv"))
    assert (found.deliveries[0].scope, found.deliveries[0].standing) == ("sheet:artists.csv", 1)
    assert found.one("parties") == {
        "party_id": "isni:0000000121032683",
        "kind": "artist",
        "home_territory": "JP",
        "isni": "0000000121032683",
        "ipi": None,
        "mbid": "0383dadf-2a4e-4d10-a46a-e9e041da8eb3",
        "proprietary_id": None,
    }
    assert found.names("party") == {
        ("青い灯", None, "display"),
        ("アオイヒ", "ja-Hrkt", "reading"),
        ("Aoi Hi", "en", "english"),
        ("Aoihi", None, "alias"),
        ("アオイ", None, "alias"),
        ("ヒ", None, "alias"),
    }
    channel = found.one("channels")
    assert channel["channel_id"] == "youtube:UCDGmojLIoWpXok597xYo8cg"
    assert (channel["is_official"], channel["party_id"]) == (True, "isni:0000000121032683")


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("灯,,,,ナルニア,,,,", "国"),
        ("灯,,,,,1234,,,", "ISNI"),
        ("灯,,,,,,123,,", "IPI"),
        ("灯,,,,,,,0383,", "MBID"),
        ("灯,,,,,,,,https://www.youtube.com/@aoihi", "公式チャンネル"),
    ],
)
def test_a_bad_cell_is_refused_and_the_artist_kept(row: str, column: str) -> None:
    found = read(artist_sheet, source(HEADER + row + "\n"))
    assert found.places == [f"row 2, column {column}"]
    assert found.one("parties")["party_id"] == "name:灯"


def test_a_row_without_a_name_is_refused() -> None:
    found = read(artist_sheet, source(HEADER + ",,,,日本,,,,\n" + ROW))
    assert found.places == ["row 2"]
    assert len(found.tables["parties"]) == 1


def test_a_latin_name_alone_is_the_name() -> None:
    found = read(artist_sheet, source("アーティスト名,英字\n,Aoi Hi\n"))
    assert found.names("party") == {("Aoi Hi", None, "latin"), ("Aoi Hi", None, "display")}


def test_preview_and_a_file_without_header() -> None:
    (sheet,) = preview(source(HEADER + ROW)).sheets
    assert sheet.unrecognised == ()
    with pytest.raises(RefusedFile):
        list(artist_sheet.read(source("a,b\n1,2\n")))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 200), st.binary(max_size=12), st.integers(0, 20))
def test_a_damaged_list_is_read_or_refused(at: int, put: bytes, dropped: int) -> None:
    whole = (HEADER + ROW).encode("cp932")
    found = read_or_refused(artist_sheet, source(whole[:at] + put + whole[at + dropped :]))
    assert not isinstance(found, Read) or len(found.deliveries) == 1


def test_a_parquet_list_is_known_by_its_name(tmp_path: Path) -> None:
    rows = pa.table(
        {
            "artist": ["Maki", "灯"],
            "Alias": ["マキ, Maki Music, マキマキ", "Lennon, John"],
            "Country": ["GB-SCT", "nan"],
        }
    )
    parquet = tmp_path / "artists.parquet"
    pq.write_table(rows, parquet)
    data = parquet.read_bytes()
    assert recognise(data, "artists.parquet") is artist_sheet
    assert recognise(data, "artists_chart.parquet") is not artist_sheet
    found = read(artist_sheet, source(data, "artists.parquet"))
    homes = {row["party_id"]: row["home_territory"] for row in found.tables["parties"]}
    assert homes == {"name:maki": "GB", "name:灯": None}
    aliases = {text for text, _, role in found.names("party") if role == "alias"}
    assert aliases == {"マキ", "Maki Music", "マキマキ", "Lennon, John"}


def test_two_of_one_name_with_two_homes_stay_two() -> None:
    rows = "アーティスト名,国\nLiSA,日本\nLISA,タイ\n"
    found = read(artist_sheet, source(rows, "artists.csv"))
    homes = {row["party_id"]: row["home_territory"] for row in found.tables["parties"]}
    assert homes == {"name:lisa": "JP", "name:lisa@TH": "TH"}
