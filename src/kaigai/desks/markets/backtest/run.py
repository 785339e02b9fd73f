"""Runs the backtest on one service: the model and the baselines on the same cells."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from kaigai.desks.markets.backtest.baselines import baselines
from kaigai.desks.markets.backtest.metrics import FIGURES, Figure, Flags, draws_of, measured
from kaigai.desks.markets.examples import Question, earlier_days, examples, question
from kaigai.desks.markets.learned_tables import learned_by
from kaigai.desks.markets.model import Scores, fit
from kaigai.desks.markets.panel import Sightings

Watch = Callable[[int, int, str], None]

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


def backtest(
    seen: Sightings,
    *,
    service: str,
    cutoff: date,
    horizon: int,
    homes: Mapping[str, str],
    draws: int,
    seed: int,
    watch: Watch,
) -> Backtest | None:
    """The backtest on sightings of one service; None where too little came to learn from.

    `homes` is what was evident by the cutoff; it only groups artists. `draws` are the times
    that artists are drawn again for the intervals.
    """
    days = earlier_days(seen, cutoff, horizon)
    if not days:
        return None
    steps = len(days) + 3
    learned = learned_by(days[-1])
    counts = learned.counts if learned else None

    def put(day: date, done: int) -> Question:
        watch(done, steps, f"{service} {day}")
        return question(seen, day, horizon=horizon, learned=counts)

    sample = examples((put(day, done) for done, day in enumerate(days)), seed=seed)
    asked = put(cutoff, len(days))
    model = fit(sample, seed=seed)
    if model is None:
        return None
    watch(len(days) + 1, steps, service)
    scores = {MODEL: model.rank(asked), **baselines(asked, sample, seed=seed)}
    watch(len(days) + 2, steps, service)
    rows = _rows(asked, scores, homes, draws, seed)
    watch(steps, steps, "")
    return Backtest(service, cutoff, horizon, tuple(days), tuple(rows))


def _rows(
    asked: Question,
    scores: Mapping[str, Scores],
    homes: Mapping[str, str],
    draws: int,
    seed: int,
) -> Sequence[Row]:
    grouped = np.array([artist in homes for artist in asked.panel.artists], dtype=np.bool_)
    chosen: Mapping[str, Flags] = {"all": np.ones_like(grouped), "jp-kr": grouped}
    found = []
    for group, of in chosen.items():
        cells, came = asked.asked[of], asked.came[of]
        if not came.any():
            continue
        again = draws_of(np.arange(int(of.sum())), draws, seed)
        moved = int(came.any(axis=1).sum())
        counted = (int(of.sum()), moved, int(cells.sum()), int(came.sum()))
        by = {name: measured(values[of], cells, came, again) for name, values in scores.items()}
        over = tuple((name, by[MODEL].less(by[name]).figures) for name in by if name != MODEL)
        found += [
            Row(group, name, each.figures, *counted, over if name == MODEL else ())
            for name, each in by.items()
        ]
    return found
