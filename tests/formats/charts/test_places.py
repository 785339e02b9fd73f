"""Where a chart is from."""

import pytest

from kaigai.formats.charts.places import (
    Place,
    place_of,
    place_of_chart,
    ranks_albums,
    ranks_artists,
)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("JP", Place("JP")), ("jp", Place("JP")), ("日本", Place("JP")), ("UK", Place("GB")),
        ("United States", Place("US")), ("global", Place("WORLD")), ("WW", Place("WORLD")),
        ("全世界", Place("WORLD")), ("GLOBAL200", Place("WORLD", "GLOBAL200")),
        ("HOT100", Place("US", "HOT100")), ("XK", Place("XK")), ("Narnia", Place(None)),
        ("", Place(None)),
    ],
)  # fmt: skip
def test_a_territory_cell(text: str, place: Place) -> None:
    assert place_of(text) == place


@pytest.mark.parametrize(
    ("chart", "territory"),
    [
        ("japan-hot-100", "JP"), ("billboard-korea-hot-100", "KR"), ("official-uk-songs", "GB"),
        ("canadian-hot-100", "CA"), ("czech-republic-songs-hotw", "CZ"), ("hot-rap-tracks", "US"),
        ("billboard-brasil-hot-100", "BR"), ("billboard-global-200", "WORLD"),
        ("billboard-global-excl-us", None), ("the-arabic-hot-100", None),
        ("billboard-korea-global-k-songs", None), ("billboard-u-s-afrobeats-songs", "US"),
    ],
)  # fmt: skip
def test_a_chart_of_billboard(chart: str, territory: str | None) -> None:
    assert place_of_chart(chart, "Billboard") == territory


def test_charts_of_others_have_no_home() -> None:
    assert place_of_chart("Daily Top 50", "Spotify") is None
    assert place_of_chart("Top 50 Japan", "Spotify") == "JP"


def test_what_charts_list() -> None:
    assert ranks_albums("billboard-200")
    assert ranks_albums("canadian-albums")
    assert not ranks_albums("billboard-global-200")
    assert ranks_artists("billboard-artist-100")
    assert not ranks_artists("country-songs")
