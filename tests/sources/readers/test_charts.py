"""The reader of charts and plays: what rows are about, where, for how long, and the real files."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaigai.sources.reader import Refused, Rows, Source, recognise
from kaigai.sources.readers.charts import charts
from tests.sources.reading import DATED, Read, read, read_or_refused, source

SHARED = Path(__file__).parents[4] / "shared" / "data" / "charts"
HEADER = "date,country,rank,title,artist\n"
VIDEO = "cW8VLC9nnTo"


def usage(text: str, name: str = "chart.csv", **options: Any) -> Read:
    return read(charts, source(text, name, **options))


def test_it_is_found_by_content() -> None:
    assert recognise(HEADER.encode(), "x") is charts
    assert recognise("集計日,国,ISRC,再生数\n".encode("cp932"), "x") is charts
    assert not charts.sniff(b"ISRC,Title,Artist,Release date\n", "charts.csv")


def test_a_chart() -> None:
    found = usage(HEADER + "2024-04-01,Japan,1, 夜 ,灯\n2024-04-01,global,2,海,\n", "spotify.csv")
    assert (found.deliveries[0].scope, found.deliveries[0].standing) == ("charts:spotify.csv", 2)
    assert found.tables["usage"] == [
        {"day": date(2024, 4, 1), "days": 1, "service": "Spotify", "chart": None,
         "territory": "JP", "measure": "rank", "quantity": 1.0, "subject_kind": "text",
         "subject_id": None, "title": "夜", "artist": "灯"},
        {"day": date(2024, 4, 1), "days": 1, "service": "Spotify", "chart": None,
         "territory": "WORLD", "measure": "rank", "quantity": 2.0, "subject_kind": "text",
         "subject_id": None, "title": "海", "artist": None},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "about"),
    [
        (f"jp-po0-24-00001,{VIDEO},,,5,7",
         [("streams", "recording", "JPPO02400001"), ("views", "video", f"youtube:{VIDEO}")]),
        (f",https://youtu.be/{VIDEO}?t=1,,,5,7",
         [("streams", "video", f"youtube:{VIDEO}"), ("views", "video", f"youtube:{VIDEO}")]),
        ("JPPO02400001,,夜,灯,5,", [("streams", "recording", "JPPO02400001")]),
        ("bad,,夜,灯,5,", [("streams", "text", None)]),
        (",,,灯,5,", [("streams", "artist", "name:灯")]),
    ],
)  # fmt: skip
def test_what_a_row_is_about(cells: str, about: list[tuple[str, str, str | None]]) -> None:
    header = "day,territory,isrc,video_id,title,artist,streams,views\n"
    found = usage(f"{header}2024-04-01,JP,{cells}\n")
    assert found.column("usage", "measure", "subject_kind", "subject_id") == about
    assert found.refused == []


def test_months_weeks_and_options() -> None:
    text = "month,service,territory,isrc,streams\n2024-04,Namioto,JP,JPPO02400001,5\n"
    found = usage(text)
    assert found.column("usage", "day", "days", "service") == [(date(2024, 4, 1), 30, "Namioto")]
    days = "".join(f"2024-04-{day:02},JP,1,夜,灯\n" for day in (1, 8, 15, 22, 29))
    assert set(usage(HEADER + days).column("usage", "days")) == {7}
    assert set(usage(HEADER + days, days=1, service="awa").column("usage", "days", "service")) == {
        (1, "AWA")
    }
    assert usage("date,chart,rank,title\n2024-04-01,Top 50,1,夜\n", territory="日本").column(
        "usage", "territory", "chart"
    ) == [("JP", "Top 50")]


def test_bad_values_are_told_once_with_their_number_and_other_rows_kept() -> None:
    text = HEADER + (
        "2024-04-01,Narnia,1,夜,灯\n" * 3
        + "soon,JP,1,夜,灯\n"
        + "2024-04-01,JP,first,夜,灯\n"
        + "2024-04-01,JP,,夜,灯\n"
        + "2024-04-01,JP,5,,\n"
        + "2024-04-01,JP,1,夜,灯\n"
    )
    found = usage(text)
    assert len(found.tables["usage"]) == 1
    assert [(refused.place, refused.found) for refused in found.refused] == [
        ("column country", "Narnia (× 3)"),
        ("column date", "soon (× 1)"),
        ("rows", "– (× 1)"),
        ("column rank", "first (× 1)"),
    ]


def test_thousands_and_full_width_digits() -> None:
    text = '日付,国,曲名,アーティスト,再生数\n２０２４/４/１,日本,夜,灯,"１,２３４"\n'
    assert usage(text).column("usage", "quantity", "measure") == [(1234.0, "streams")]


def test_totals_that_repeat_in_every_territory_are_passed_over() -> None:
    rows = "".join(
        f"2024-04-01,{place},{song},{VIDEO[:-2]}{song:02},{1000 * song + at}\n"
        for song in range(1, 15)
        for at, place in enumerate(("JP", "US", "KR"))
    )
    found = usage("date,country,rank,video_id,views\n" + rows)
    assert {row["measure"] for row in found.tables["usage"]} == {"rank"}
    assert found.places == ["column views"]


def test_charts_of_people_and_of_albums() -> None:
    text = (
        "chart,date,rank,title,artist\nbillboard-artist-100,2024-04-01,1,灯,\n"
        "billboard-200,2024-04-01,1,夜,灯\njapan-hot-100,2024-04-01,1,夜,灯\n"
    )
    found = usage(text, "billboard.csv")
    assert found.column("usage", "chart", "territory", "subject_kind", "artist", "days") == [
        ("billboard-artist-100", "US", "artist", "灯", 7),
        ("japan-hot-100", "JP", "text", "灯", 7),
    ]
    assert [refused.found for refused in found.refused] == ["billboard-200 (× 1)"]


def test_two_lists_of_one_service_stay_apart() -> None:
    day = "2024-04-01"
    text = f"date,platform,country,rank,title\n{day},youtube,JP,1,夜\n{day},yt_insights,JP,1,海\n"
    assert usage(text).column("usage", "service", "chart", "title") == [
        ("YouTube", None, "夜"), ("YouTube", "yt_insights", "海"),
    ]  # fmt: skip


def test_parquet_with_types_and_a_workbook() -> None:
    rank = pa.array([1], pa.int16())
    columns = {"date": [date(2024, 4, 1)], "country": ["JP"], "rank": rank, "title": ["夜"]}
    table = pa.table(columns)
    out = BytesIO()
    pq.write_table(table, out)
    typed = read(charts, source(out.getvalue(), "x.parquet"))
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["date", "country", "rank", "title"], [date(2024, 4, 1), "JP", 1, "夜"]):
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    kept = read(charts, source(out.getvalue(), "x.xlsx"))
    assert typed.tables["usage"] == kept.tables["usage"]


WHOLE = (HEADER + "2024-04-01,JP,1,夜,灯\n2024-04-02,日本,2,海,灯\n").encode("cp932")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WHOLE)), st.binary(max_size=10), st.integers(0, 20))
def test_a_damaged_chart_is_read_or_refused(at: int, put: bytes, dropped: int) -> None:
    found = read_or_refused(charts, source(WHOLE[:at] + put + WHOLE[at + dropped :]))
    assert isinstance(found, Read | Refused)


@settings(max_examples=40, deadline=None)
@given(st.integers(4, 900), st.binary(min_size=1, max_size=6))
def test_damaged_parquet_is_read_or_refused(at: int, put: bytes) -> None:
    out = BytesIO()
    pq.write_table(
        pa.table({"date": ["2024-04-01"], "country": ["JP"], "rank": [1], "title": ["夜"]}), out
    )
    data = out.getvalue()
    found = read_or_refused(charts, source(data[:at] + put + data[at + len(put) :]))
    assert isinstance(found, Read | Refused)


REAL = {
    "anxods_top50": (278_000, 0),
    "billboard_all": (180_752, 32),
    "charts_spotify_apple_youtube_2025-07_2026-03": (1_974_375, 0),
    "hipster_weekly_kr_ru_ua": (87_984, 0),
    "kworb7_streams_2025-06_2025-12": (139_400, 0),
    "yt_music_110_2025-12_2026-05": (332_172, 1),
}


@pytest.mark.skipif(not SHARED.exists(), reason="needs the shared data")
@pytest.mark.parametrize(("name", "given_out"), REAL.items())
def test_real_charts(name: str, given_out: tuple[int, int]) -> None:
    path = SHARED / f"{name}.parquet"
    parts = list(
        charts.read(Source(str(path), path.stat().st_size, lambda: path.open("rb"), DATED))
    )
    tables = [part.rows for part in parts if isinstance(part, Rows)]
    rows = sum(table.num_rows for table in tables if isinstance(table, pa.Table))
    assert (rows, sum(isinstance(part, Refused) for part in parts)) == given_out


def parquet(**columns: Any) -> Source:
    """A chart saved by a frame, its columns as given."""
    held = BytesIO()
    pq.write_table(pa.table(list(columns.values()), [name.rstrip("_") for name in columns]), held)
    return source(held.getvalue(), "chart.parquet")


@pytest.mark.parametrize("kind", [pa.date32(), pa.timestamp("s")])
def test_a_day_of_the_year_10000_costs_its_row(kind: pa.DataType) -> None:
    ten_thousand = 2_932_897 * (1 if kind == pa.date32() else 86_400)
    days = pa.array([0, ten_thousand], pa.int32() if kind == pa.date32() else pa.int64())
    found = read(
        charts, parquet(date=days.cast(kind), country=["JP"] * 2, title=["夜", "海"], rank=[1, 2])
    )
    assert found.column("usage", "title") == ["夜"]
    assert [each.place for each in found.refused] == ["column date"]


def test_a_column_that_is_there_twice_is_taken_once() -> None:
    found = read(
        charts, parquet(x=[0], date=["2024-04-01"], rank=[1], country=["JP"], title=["夜"],
                        rank_=[9])
    )  # fmt: skip
    assert found.column("usage", "measure", "quantity") == [("rank", 1.0)]


@pytest.mark.parametrize("plays", ["1e308", "1000000000000", "9" * 400, "1e12"])
def test_plays_that_nobody_ever_had_are_said_to_be(plays: str) -> None:
    isrcs = ("JPPO02400001", "JPPO02400002")
    rows = f"2024-04-01,JP,{isrcs[0]},{plays}\n2024-04-01,US,{isrcs[1]},999999999999\n"
    found = usage("date,country,isrc,streams\n" + rows)
    assert found.column("usage", "subject_id", "quantity") == [(isrcs[1], 999_999_999_999.0)]
    (refused,) = found.refused
    assert (refused.place, "plausible" in refused.expected.en) == ("column streams", True)
