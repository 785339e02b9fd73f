"""Runs every benchmark in turn and writes the table in docs/benchmarks.md."""

import os
import platform
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import availability, checks, ern, usage

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
ALL: dict[str, Callable[[Path], list[tuple[str, ...]]]] = {
    "ern": ern.many,
    "large": ern.large,
    "availability": availability.rows,
    "checks": checks.rows,
    "usage": usage.rows,
}
INTRO = """# Measured

Whole processes (start-up and imports count), medians, each in turn with its baseline on the same
machine. Absolute seconds depend on the machine; the ratios are what to compare. Written by
`make bench`{part}.

Machine: {cores} cores, {system}, Python {python}. Date: {day}.

| what | Kaigai | baseline, same run | ratio |
|---|---|---|---|
"""


def main(names: list[str]) -> None:
    """Run the benchmarks named, or all, and print the table; all of them also write the page."""
    rows: list[tuple[str, ...]] = []
    for name in names or ALL:
        with tempfile.TemporaryDirectory() as scratch:
            rows += ALL[name](Path(scratch))
            print(*(" | ".join(row) for row in rows[-3:]), sep="\n", flush=True)
    page = INTRO.format(
        part="" if not names else f" {' '.join(names)}",
        cores=os.cpu_count(),
        system=platform.machine(),
        python=platform.python_version(),
        day=datetime.now(UTC).date(),
    )
    page += "".join(f"| {' | '.join(row)} |\n" for row in rows)
    if not names:
        PAGE.write_text(page)


if __name__ == "__main__":
    main(sys.argv[1:])
