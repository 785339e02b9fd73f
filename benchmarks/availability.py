"""Availability of 1 M and 10 M recordings in 249 territories, against a loop and a cross join."""

from pathlib import Path

from benchmarks.catalogue import write_catalogue
from benchmarks.timing import Cost, middle, python, run

SAMPLE = 50_000
SIZES = (1_000_000, 10_000_000)
ROUNDS = 3


def solved(folder: Path) -> Cost:
    """The whole process, the median of three."""
    return middle([run(python("benchmarks.solve", str(folder))) for _ in range(ROUNDS)])


def rows(scratch: Path) -> list[tuple[str, ...]]:
    """Rows for the page."""
    write_catalogue(scratch / "sample", SAMPLE)
    small = {way: run(python("benchmarks.naive", way, str(scratch / "sample"))) for way in WAYS}
    costs = {}
    for size in SIZES:
        write_catalogue(scratch / str(size), size)
        costs[size] = solved(scratch / str(size))
    one, ten = (costs[size] for size in SIZES)
    factor = SIZES[0] / SAMPLE
    page: list[tuple[str, ...]] = [
        (
            "availability, 1 M recordings × 249",
            f"{one.wall_s:.1f} s, {one.peak_mb / 1024:.1f} GB",
            f"{name}, {small[way].wall_s:.1f} s for {SAMPLE:,} × {factor:.0f}",
            f"{one.wall_s / (small[way].wall_s * factor):.3f}×",
            "3 s",
        )
        for way, name in WAYS.items()
    ]
    page.append(
        (
            "availability, 10 M recordings × 249",
            f"{ten.wall_s:.1f} s, {ten.peak_mb / 1024:.1f} GB",
            f"Kaigai on 1 M, {one.wall_s:.1f} s",
            f"{ten.wall_s / one.wall_s:.1f}×",
            "10 s",
        )
    )
    return page


WAYS = {"loop": "Python loop over sets", "cross": "cross join in SQL"}
