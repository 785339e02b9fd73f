"""What holding rankings to the past came to, before any door shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kaigai.desks.markets.backtest.metrics import FIGURES, Figure
from kaigai.terms.text import Text

MODEL = "model"
GROUPS = ("all", "jp-kr")


@dataclass(frozen=True, slots=True)
class Row:
    """One method on one group of artists."""

    group: str
    method: str
    figures: tuple[Figure, ...]  #: in the order of FIGURES
    artists: int
    moved: int  #: artists that reached at least one new territory
    cells: int
    reached: int
    #: the model's alone: by baseline, how far above it, with intervals from the same draws
    over: tuple[tuple[str, tuple[Figure, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Backtest:
    """What came of it on one service."""

    service: str
    cutoff: date
    horizon: int  #: days
    learned_from: tuple[date, ...]  #: the earlier days
    rows: tuple[Row, ...]

    def row(self, method: str, group: str = "all") -> Row | None:
        """The row of a method; None where its group is empty."""
        found = (each for each in self.rows if (each.method, each.group) == (method, group))
        return next(found, None)

    def beaten(self, group: str = "all") -> Mapping[str, bool]:
        """By figure, whether the model is above every baseline."""
        rows = [each for each in self.rows if each.group == group]
        values = {each.method: [figure.value for figure in each.figures] for each in rows}
        ours = values.pop(MODEL, [float("nan")] * len(FIGURES))
        return {
            name: all(ours[at] > other[at] for other in values.values())
            for at, name in enumerate(FIGURES)
        }


@dataclass(frozen=True, slots=True)
class Backtests:
    """The backtest of each service; `skipped` says which could not be run, and why."""

    tests: tuple[Backtest, ...]
    skipped: tuple[tuple[str, Text], ...]
