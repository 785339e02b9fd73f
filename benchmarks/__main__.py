"""Runs the benchmarks that are named, or all, and writes their tables in docs/benchmarks.md."""

import os
import platform
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from benchmarks import (
    availability,
    checks,
    commands,
    decisions,
    ern,
    history,
    next_market,
    soak,
    usage,
)

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
INTRO = """# Measured

Whole processes (start-up and imports count), medians, each in turn with its baseline on the same
machine. Absolute seconds depend on the machine; the ratios are what to compare. Each table is
written by `python -m benchmarks NAME`, all of them by `make bench`.
"""
TABLE = """
## {title}

`python -m benchmarks {name}`, {day}: {cores} cores, {system}, Python {python}; before it began,
{load:.1f} processes wanted to run.

| what | Kaigai | baseline, same run | ratio | aim |
|---|---|---|---|---|
"""


@dataclass(frozen=True)
class Part:
    """A table of the page: four or five cells a row, the aim last."""

    title: str
    rows: Callable[[Path], list[tuple[str, ...]]]


PARTS: dict[str, Part] = {
    "ern": Part("Many messages", ern.many),
    "large": Part("One large message", ern.large),
    "availability": Part("Where recordings can be heard", availability.rows),
    "checks": Part("All checks", checks.rows),
    "usage": Part("Plays", usage.rows),
    "next_market": Part("Where an artist charts next", next_market.rows),
    "decisions": Part("Decisions", decisions.rows),
    "history": Part("Years of history", history.rows),
    "soak": Part("One process, many people", soak.rows),
    "commands": Part("Commands on the example label", commands.rows),
}


def main(names: list[str], before: Path | None = None, seconds: int = soak.SECONDS) -> None:
    """Run some and put their tables in place of the page's; the others stay as they are.

    before   sources of an earlier state, which commands are run on as well
    seconds  how long one process is asked
    """
    parts = PARTS | {
        "commands": replace(PARTS["commands"], rows=partial(commands.rows, before=before)),
        "soak": replace(PARTS["soak"], rows=partial(soak.rows, seconds=seconds)),
    }
    tables = _standing(PAGE.read_text() if PAGE.is_file() else "")
    for name in names or PARTS:
        load = os.getloadavg()[0]
        with tempfile.TemporaryDirectory() as scratch:
            rows = parts[name].rows(Path(scratch))
        tables[name] = _table(name, rows, load)
        print(tables[name], flush=True)
        written = (tables[each] for each in PARTS if each in tables)
        PAGE.write_text(INTRO + "".join(written))


def _table(name: str, rows: list[tuple[str, ...]], load: float) -> str:
    head = TABLE.format(
        title=PARTS[name].title,
        name=name,
        load=load,
        cores=os.cpu_count(),
        system=platform.machine(),
        python=platform.python_version(),
        day=datetime.now(UTC).date(),
    )
    return head + "".join(f"| {' | '.join((*row, '')[:5])} |\n" for row in rows)


def _standing(page: str) -> dict[str, str]:
    """The tables of a page by their names."""
    found = {}
    for part in page.split("\n## ")[1:]:
        for name, known in PARTS.items():
            if part.startswith(f"{known.title}\n"):
                found[name] = f"\n## {part}".rstrip("\n") + "\n"
    return found


if __name__ == "__main__":
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*PARTS, []], metavar="NAME")
    parser.add_argument("--before", type=Path, help="the folder src of an earlier state")
    parser.add_argument("--seconds", type=int, default=soak.SECONDS, help="how long to soak")
    given = parser.parse_args()
    main(given.names, given.before, given.seconds)
