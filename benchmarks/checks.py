"""All checks on 100,000 and 1 M recordings, whole `kaigai audit`."""

from pathlib import Path

from benchmarks.ern import kaigai
from benchmarks.label import write_label
from benchmarks.timing import run

SIZES = (100_000, 1_000_000)


def rows(scratch: Path) -> list[tuple[str, ...]]:
    """Rows for the page: how the audit grows with the catalogue."""
    costs = []
    for size in SIZES:
        workspace = scratch / f"w{size}"
        write_label(workspace, size, scratch / f"c{size}")
        costs.append(run(kaigai("audit", "--workspace", str(workspace), "--as-of", "2026-11-01")))
    small, large = costs
    return [
        (
            "`kaigai audit`, all checks, 1 M recordings",
            f"{large.wall_s:.0f} s, {large.peak_mb / 1024:.1f} GB",
            f"Kaigai on 100,000, {small.wall_s:.0f} s",
            f"{large.wall_s / small.wall_s:.1f}×",
        )
    ]
