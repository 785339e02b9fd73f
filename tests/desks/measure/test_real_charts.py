"""On real charts the share abroad comes out as it is known, not at the naive figure."""

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from benchmarks.share_of_charts import naive
from kaigai.desks.measure.actions import share
from kaigai.desks.measure.share_query import Wanted
from kaigai.facts.store import Facts
from kaigai.sources.actions import read

AT = datetime(2026, 6, 1, tzinfo=UTC)
ARTISTS = """
    select artist, Alias, Country from '{0}/reference/artist_features.parquet'
    where Country in ('JP', 'KR', 'TH', 'PH', 'VN')
"""
SPOTIFY = """
    select date, country, rank, title, artist, platform
    from '{0}/charts/charts_spotify_apple_youtube_2025-07_2026-03.parquet'
    where platform = 'spotify' and date in ('2025-09-29', '2025-11-09', '2026-02-11', '2026-03-17')
"""


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """Artists with homonyms and wrong matches, and four days of a chart in 72 territories."""
    data = Path(__file__).parents[4] / "shared" / "data"
    if not data.is_dir():
        pytest.skip("no shared data here")
    folder = tmp_path_factory.mktemp("real")
    for name, query in (("artists", ARTISTS), ("charts", SPOTIFY)):
        duckdb.sql(query.format(data)).write_parquet(str(folder / f"{name}.parquet"))
    facts = Facts.open(folder / "workspace", create=True)
    read(facts, paths=[folder / "artists.parquet", folder / "charts.parquet"], at=AT)
    return facts


@pytest.mark.parametrize(("home", "low", "high"), [("JP", 0.03, 0.16), ("KR", 0.65, 0.85)])
def test_the_share_abroad(facts: Facts, home: str, low: float, high: float) -> None:
    (line,) = share(facts, at=AT, wanted=Wanted(by="home", homes=(home,))).shares
    assert low < (line.estimate.share or 0) < high
    beside = naive(facts, home)["Spotify", ""]
    assert beside > (line.estimate.share or 0)
    if home == "JP":
        assert beside > 1.5 * high


def test_two_scripts_are_one_artist_and_homonyms_are_not(facts: Facts) -> None:
    rows = facts.arrow("identities").to_pylist()
    states = {(row["credit"], row["state"]) for row in rows if row["credit"]}
    assert ("Kenshi Yonezu", "tied") in states
    yonezu = {row["artist_id"] for row in rows if row["credit"] in ("米津玄師", "Kenshi Yonezu")}
    assert len(yonezu) == 1
    assert not [credit for credit, state in states if credit == "Maki" and state == "tied"]
