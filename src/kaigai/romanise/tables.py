"""The package's own tables, read once when they are first asked for."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files


def lines(name: str) -> list[str]:
    """The lines of a table in `data/`; one that begins with # is a remark."""
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def rows(name: str) -> Iterator[list[str]]:
    """The cells of each line."""
    return (line.split("\t") for line in lines(name))


class Readings(Mapping[str, tuple[tuple[str, float], ...]]):
    """Readings with their shares by what is written; of a hundred thousand few are asked for, so
    that each is taken apart when it is."""

    def __init__(self, lines: Sequence[str]) -> None:
        parts = (line.partition("\t") for line in lines)
        self._cells = {written: cells for written, _, cells in parts}

    def __getitem__(self, written: str) -> tuple[tuple[str, float], ...]:
        return tuple(_pairs(self._cells[written].split("\t")))

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)


@cache
def readings(name: str) -> Readings:
    """A table of `written  reading [share] [reading share …]`; shares add up to at most one."""
    return Readings(lines(name))


def _pairs(cells: list[str]) -> Iterator[tuple[str, float]]:
    if len(cells) == 1:
        yield cells[0], 0.95
        return
    for place in range(0, len(cells) - 1, 2):
        yield cells[place], float(cells[place + 1])
