"""100 M rows of plays: reading them, asking them for home and overseas, and answers for a page."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.ern import kaigai
from benchmarks.timing import Cost, middle, python, run
from benchmarks.usage_lists import write_lists
from benchmarks.usage_rows import write_months

ROWS = int(os.environ.get("KAIGAI_BENCH_ROWS", 100_000_000))
ROUNDS = 2
PAGES = 15


def rows(scratch: Path) -> list[tuple[str, ...]]:
    """Rows for the page."""
    given = Path(os.environ.get("KAIGAI_BENCH_USAGE", scratch / "plays"))
    if not given.is_dir():
        write_months(given, ROWS)
    write_lists(scratch / "lists")
    workspace = scratch / "w"
    return [
        *imported(given, scratch, workspace),
        *asked(workspace),
        *pages(workspace),
    ]


def imported(given: Path, scratch: Path, workspace: Path) -> list[tuple[str, ...]]:
    """`kaigai read` beside Polars and DuckDB, in turn."""
    ways: dict[str, list[Cost]] = {"polars": [], "duckdb": [], "kaigai": []}
    for _ in range(ROUNDS):
        for way in ("polars", "duckdb"):
            ways[way].append(
                run(
                    python(
                        "benchmarks.csv_to_parquet", way, str(given), str(scratch / "x.parquet")
                    )
                )
            )
        shutil.rmtree(workspace, ignore_errors=True)
        lists = [str(scratch / "lists"), str(given)]
        ways["kaigai"].append(run(kaigai("read", *lists, "--workspace", str(workspace))))
    ours = middle(ways.pop("kaigai"))
    size = sum(path.stat().st_size for path in given.iterdir()) / 1e9
    what = f"`kaigai read`, {ROWS / 1e6:.0f} M rows of plays ({size:.1f} GB of CSV)"
    return [
        (
            f"{what}, with the monthly roll-up and whose plays they are",
            f"{ours.wall_s:.1f} s, {ours.peak_mb / 1024:.1f} GB",
            f"{name}'s CSV to Parquet, {cost.wall_s:.1f} s, {cost.peak_mb / 1024:.1f} GB",
            f"{ours.wall_s / cost.wall_s:.2f}×",
            "1.5× of the faster",
        )
        for name, cost in zip(("Polars", "DuckDB"), map(middle, ways.values()), strict=True)
    ]


def asked(workspace: Path) -> list[tuple[str, ...]]:
    """Home and overseas by artist and month, from the daily rows."""
    ways: dict[str, list[Cost]] = {way: [] for way in ("kaigai", "duckdb", "pandas", "spark")}
    for number in range(ROUNDS + 1):
        for way, costs in ways.items():
            if way in ("kaigai", "duckdb") or number == 0:
                costs.append(run(python("benchmarks.question", way, str(workspace))))
    ours = middle(ways.pop("kaigai"))
    named = {
        "duckdb": "DuckDB SQL by hand, same files",
        "pandas": "pandas, a tenth of the rows",
        "spark": "the same expression on Spark local[2], same files",
    }
    what = f"home and overseas by artist and month, {ROWS / 1e6:.0f} M daily rows"
    return [
        (
            what,
            f"{ours.wall_s:.1f} s, {ours.peak_mb / 1024:.1f} GB",
            f"{named[way]}, {cost.wall_s:.1f} s, {cost.peak_mb / 1024:.1f} GB",
            f"{ours.wall_s / cost.wall_s:.2f}×",
            "1.3×" if way == "duckdb" else "",
        )
        for way, cost in ((way, middle(costs)) for way, costs in ways.items())
    ]


def pages(workspace: Path) -> list[tuple[str, ...]]:
    """Answers for a page, within a process that is warm; of another artist every time."""
    from kaigai import open as opened

    share = opened(workspace).share
    begun = perf_counter()
    share(artist="Act 0000", by="month")
    first = perf_counter() - begun
    asks: dict[str, Callable[[str], object]] = {
        "an artist by month": lambda artist: share(artist=artist, by="month"),
        "an artist by territory": lambda artist: share(artist=artist, by="territory"),
        "the label by month": lambda _: share(by="month"),
        "the label's 30 largest artists": lambda _: share(by="artist"),
        "the label by territory": lambda _: share(by="territory"),
    }
    found: list[tuple[str, ...]] = []
    for what, ask in asks.items():
        begun = perf_counter()
        ask("Act 0000")  # its wording is kept from here on
        at_first, times = perf_counter() - begun, []
        for number in range(1, PAGES + 1):
            begun = perf_counter()
            ask(f"Act {number:04}")
            times.append(perf_counter() - begun)
        found.append(
            (
                f"a page from the roll-up: {what}",
                f"{1000 * median(times):.0f} ms, at most {1000 * max(times):.0f} ms",
                f"when first asked, {1000 * at_first:.0f} ms; after an import, {first:.1f} s",
                "",
                "100 ms",
            )
        )
    return found
