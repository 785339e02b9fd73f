"""The package's own tables, read once when they are first asked for."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table in `data/`; a line that begins with # is a remark."""
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


@cache
def readings(name: str) -> dict[str, tuple[tuple[str, float], ...]]:
    """A table of `written  reading [share] [reading share …]`; shares add up to at most one."""
    return {row[0]: tuple(_pairs(row[1:])) for row in rows(name)}


def _pairs(cells: list[str]) -> Iterator[tuple[str, float]]:
    if len(cells) == 1:
        yield cells[0], 0.95
        return
    for place in range(0, len(cells) - 1, 2):
        yield cells[place], float(cells[place + 1])


@cache
def listed(name: str) -> frozenset[str]:
    """A table of one word a line."""
    return frozenset(row[0] for row in rows(name))
