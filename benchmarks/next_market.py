"""What comes next for one artist, on 3 M rows of real charts, beside the same charts counted.

Needs the charts that `../shared/data/README.md` describes; without them the table has no rows.
Two files are as they are; the third are Spotify's charts again under later days, its artists under
other names, so that rows and artists become more without anybody being new twice.
"""

import sys
from os import environ
from pathlib import Path

import duckdb

from benchmarks.ern import kaigai
from benchmarks.timing import Cost, middle, run

CHARTS = Path(__file__).parents[2] / "shared" / "data" / "charts"
FILES = (
    "charts_spotify_apple_youtube_2025-07_2026-03.parquet",
    "yt_music_110_2025-12_2026-05.parquet",
)
LATER_DAYS = 62  #: from the end of March to that of May
ARTIST = "YOASOBI"
ROUNDS = 3
MEGABYTES = 1000

AGAIN = """
copy (
    select platform, strftime(date::date + {days}, '%Y-%m-%d') as date, country, rank, title,
        artist || ' again' as artist
    from '{charts}' where platform = 'spotify'
) to '{out}'
"""
COUNTED = """
import duckdb, sys
print(len(duckdb.sql('''
    select artist, country, count(*), min(date), sum(rank ** -0.42) from (
        select artist, country, date, rank from read_parquet($files[:2])
        union all by name
        select channel_title as artist, country, date, rank from read_parquet($files[3])
    ) group by all
''', params={'files': sys.argv[1:]}).fetchall()))
"""


def rows(scratch: Path) -> list[tuple[str, ...]]:
    """Seconds, CPU and memory of `markets next`; and of learning anew, once."""
    given = [CHARTS / name for name in FILES]
    if not all(path.exists() for path in given):
        return []
    later = scratch / "later.parquet"
    again = AGAIN.format(days=LATER_DAYS, charts=given[0], out=later)
    duckdb.sql(again)
    workspace = ("--workspace", str(scratch / "workspace"))
    run(kaigai("read", *map(str, [*given, later]), *workspace), environ=_environ(scratch))
    plain = [sys.executable, "-c", COUNTED, str(given[0]), str(later), str(given[1])]
    found: list[tuple[str, ...]] = []
    for service in ("YouTube", "Spotify"):
        asked = kaigai("markets", "next", ARTIST, "--service", service, "--json", *workspace)
        ours, baseline = [], []
        for _ in range(ROUNDS):
            ours.append(run(asked, environ=_environ(scratch)))
            baseline.append(run(plain))
        what = f"`kaigai markets next`, charts of {service} among 3.0 M rows of charts"
        found.append(_row(what, middle(ours), middle(baseline), "8 s, 1.5 GB"))
        if service == "YouTube":
            fitting = run([*asked, "--refit"], environ=_environ(scratch))
            what = f"the same with `--refit`, charts of {service}"
            found.append(_row(what, fitting, middle(baseline), "40 s"))
    return found


def _row(what: str, ours: Cost, plain: Cost, aim: str) -> tuple[str, ...]:
    counted = f"the same rows counted by artist and territory in DuckDB SQL, {_said(plain)}"
    return what, _said(ours), counted, f"{ours.cpu_s / plain.cpu_s:.1f}× of CPU", aim


def _said(cost: Cost) -> str:
    return f"{cost.wall_s:.1f} s ({cost.cpu_s:.1f} s of CPU), {cost.peak_mb / MEGABYTES:.1f} GB"


def _environ(scratch: Path) -> dict[str, str]:
    return {**environ, "KAIGAI_CACHE": str(scratch / "cache"), "KAIGAI_LANG": "en"}
