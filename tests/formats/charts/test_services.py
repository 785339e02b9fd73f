"""Services by the name that people know."""

import pytest

from kaigai.formats.charts.services import service_in, service_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("spotify", "Spotify"), ("apple", "Apple Music"), ("Apple Music", "Apple Music"),
        ("yt_insights", "YouTube"), ("ＹｏｕＴｕｂｅ", "YouTube"), ("LINE MUSIC", "LINE MUSIC"),
        (" Namioto Music ", "Namioto Music"),
    ],
)  # fmt: skip
def test_a_cell(text: str, name: str) -> None:
    assert service_of(text) == name


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("yt_music_110_2025-12.parquet", "YouTube"), ("billboard_all.parquet", "Billboard"),
        ("charts_spotify_apple_youtube.parquet", None), ("top50.csv", None),
        ("chart_date / country / spotify_uri", "Spotify"), ("line_up.csv", None),
        ("apple_music_jp.csv", "Apple Music"),
    ],
)  # fmt: skip
def test_a_file_name(name: str, service: str | None) -> None:
    assert service_in(name) == service
