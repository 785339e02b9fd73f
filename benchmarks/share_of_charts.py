"""The share of chart appearances outside home, with and without evidence for whose they are.

    python -m benchmarks.share_of_charts [FOLDER]

Reads the lists of artists and the charts under FOLDER (else ../shared/data) as a person would
(`kaigai read`, `kaigai share --by home`), and prints beside each share what a naive mapping gives:
every artist of a list whose name is credited, whatever speaks against it.
"""

import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile

from kaigai.desks.measure.actions import share
from kaigai.desks.measure.interval import Estimate
from kaigai.desks.measure.share_query import Wanted
from kaigai.desks.measure.words import percent
from kaigai.facts.engine import Engine
from kaigai.facts.store import Facts
from kaigai.sources.actions import read

AT = datetime(2026, 6, 1, tzinfo=UTC)
HOMES = ("JP", "KR")
ARTISTS = "reference/artist_features.parquet"
CHARTS = {
    "YouTube music trending, 110 territories": "charts/yt_music_110_2025-12_2026-05.parquet",
    "Spotify, Apple Music and YouTube charts": (
        "charts/charts_spotify_apple_youtube_2025-07_2026-03.parquet"
    ),
}
#: What the notes on these data say to expect, for Japan and Korea.
EXPECTED = {"YouTube": {"JP": "30 %", "KR": "87 %"}, "Spotify": {"JP": "8-9 %", "KR": "78 %"}}

Line = tuple[str, str, str, str, str]


def lines(data: Path, scratch: Path) -> Iterator[Line]:
    """Series, home, share with evidence, naive share, and what is expected."""
    for place, (name, chart) in enumerate(CHARTS.items()):
        facts = Facts.open(scratch / str(place), create=True)
        listed = scratch / "artists.parquet"
        copyfile(data / ARTISTS, listed)  # known for a list of artists by its name
        read(facts, paths=[listed, data / chart], at=AT)
        yield from _lines(facts, name, trending="trending" in name)


def _lines(facts: Facts, name: str, *, trending: bool) -> Iterator[Line]:
    for home in HOMES:
        answer = share(facts, at=AT, wanted=Wanted(by="home", homes=(home,)))
        beside = naive(facts, home)
        for each in answer.shares:
            known = trending if each.service == "YouTube" else True
            expected = EXPECTED.get(each.service, {}).get(home, "") if known else ""
            yield (
                f"{name}: {each.service} {each.chart}".strip(),
                home,
                str(percent(each.estimate)),
                str(percent(Estimate(beside.get((each.service, each.chart))))).split(" (")[0],
                expected,
            )


def naive(facts: Facts, home: str) -> dict[tuple[str, str], float]:
    """The share by service and chart where every credited name of a list counts."""
    engine = Engine(facts)
    ties, usage = engine["identities"], engine["usage_monthly"]
    named = ties.filter((ties.home_territory == home) & (ties.method != "script"))
    things = named.select("reported_id").distinct()
    rows = usage.filter((usage.measure == "rank") & (usage.territory != "WORLD"))
    rows = rows.semi_join(things, "reported_id")
    rows = rows.mutate(chart=rows.chart.fill_null(""))
    each = rows.group_by("service", "chart").agg(
        away=rows.weight.sum(where=rows.territory != home), whole=rows.weight.sum()
    )
    return {
        (row["service"], row["chart"]): (row["away"] or 0.0) / row["whole"]
        for row in each.to_pyarrow().to_pylist()
    }


def main(data: Path) -> None:
    """Print the table."""
    print("| charts | home | with evidence (90 % interval) | naive | expected |")
    print("|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as scratch:
        for line in lines(data, Path(scratch)):
            print(f"| {' | '.join(line)} |", flush=True)


if __name__ == "__main__":
    default = Path(__file__).parents[2] / "shared" / "data"
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else default)
