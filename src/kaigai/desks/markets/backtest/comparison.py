"""The model and the baselines compared on the same cells of one service."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from kaigai.desks.markets.backtest.baselines import baselines
from kaigai.desks.markets.backtest.metrics import Figure, Flags, Measured, draws_of, measured
from kaigai.desks.markets.backtest.result import GROUPS, MODEL, Backtest, Row
from kaigai.desks.markets.examples import Question, earlier_days, examples, question
from kaigai.desks.markets.learned_tables import learned_by
from kaigai.desks.markets.model import Scores, fit
from kaigai.desks.markets.panel import Sightings
from kaigai.terms.progress import Watch


@dataclass(frozen=True)
class Compared:
    """The scores of the model and of every baseline on the cells of one cutoff."""

    artists: tuple[str, ...]
    asked: Flags
    came: Flags
    scores: Mapping[str, Scores]
    learned_from: tuple[date, ...]

    def only(self, chosen: Flags) -> "Compared":
        """The same of some artists (rows)."""
        return Compared(
            tuple(name for name, kept in zip(self.artists, chosen, strict=True) if kept),
            self.asked[chosen],
            self.came[chosen],
            {method: values[chosen] for method, values in self.scores.items()},
            self.learned_from,
        )

    def of(self, artists: Container[str]) -> Flags:
        """Which rows are of these artists."""
        return np.array([name in artists for name in self.artists], dtype=np.bool_)


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
    found = compared(
        seen, service=service, cutoff=cutoff, horizon=horizon, seed=seed, watch=watch
    )  # fmt: skip
    if found is None:
        return None
    rows = rows_of(found, homes, draws=draws, seed=seed)
    return Backtest(service, cutoff, horizon, found.learned_from, rows)


def compared(
    seen: Sightings, *, service: str, cutoff: date, horizon: int, seed: int, watch: Watch
) -> Compared | None:
    """The scores that the backtest measures; None where too little came to learn from."""
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
    watch(steps, steps, "")
    return Compared(asked.panel.artists, asked.asked, asked.came, scores, tuple(days))


def rows_of(
    found: Compared, homes: Mapping[str, str], *, draws: int, seed: int
) -> tuple[Row, ...]:
    """The figures of every method, of all artists and of those with a home in `homes`."""
    everybody = np.ones(len(found.artists), dtype=np.bool_)
    rows: list[Row] = []
    for group, of in zip(GROUPS, (everybody, found.of(homes)), strict=True):
        part = found.only(of)
        if part.came.any():
            rows += _rows(group, part, draws, seed)
    return tuple(rows)


def _rows(group: str, part: Compared, draws: int, seed: int) -> Iterator[Row]:
    again = draws_of(np.arange(len(part.artists)), draws, seed)
    moved = int(part.came.any(axis=1).sum())
    counted = (len(part.artists), moved, int(part.asked.sum()), int(part.came.sum()))
    by = {
        name: measured(values, part.asked, part.came, again)
        for name, values in part.scores.items()
    }
    for name, each in by.items():
        yield Row(group, name, each.figures, *counted, over(by) if name == MODEL else ())


def over(by: Mapping[str, Measured]) -> tuple[tuple[str, tuple[Figure, ...]], ...]:
    """How far the model is above each baseline, on the same draws."""
    ours = by[MODEL]
    return tuple((name, ours.less(other).figures) for name, other in by.items() if name != MODEL)
