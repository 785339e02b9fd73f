"""Earlier days put the same question whose answer is known by now: those a model learns from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kaigai.desks.markets.counts import Counts, counted
from kaigai.desks.markets.covariates import circumstances
from kaigai.desks.markets.panel import Panel, Sightings, panel_at
from kaigai.desks.markets.rank_transform import centred, levelled
from kaigai.desks.markets.signal import SIGNALS, Given
from kaigai.desks.markets.threads import one_thread
from kaigai.desks.markets.world import world
from kaigai.terms.territories import ISO

Flags = NDArray[np.bool_]
Floats = NDArray[np.float32]
ROUNDS = 6  #: earlier days at most
STEP_DAYS = 7
LEAST_HISTORY_DAYS = 14  #: that the earliest of them looks back on
KEPT_NEAR, KEPT_FAR = 0.2, 0.03  #: shares of the many cells that stay empty
COLUMNS = ("features", "levels", "within", "came", "weight")


@dataclass(frozen=True)
class Question:
    """A day, what was known on it, and (where it is past) what came within the horizon.

    features  by their names, each measured when it is asked for
    asked   cells that are ranked: territories not reached yet, where the truth can be seen
    came    those of them that were reached
    """

    given: Given
    features: Mapping[str, Floats]
    asked: Flags
    came: Flags

    @property
    def panel(self) -> Panel:
        """What was known."""
        panel: Panel = self.given["panel"]
        return panel

    @property
    def open(self) -> Flags:
        """Cells that may be asked about, as far as the day itself knows: levels are read from
        these, so that no later chart has a say in a score."""
        return open_cells(self.given)

    def rows(self, cells: Flags, names: Sequence[str] = ()) -> Floats:
        """The features of some cells, one row each: those named, else all."""
        return np.stack([self.features[name][cells] for name in names or self.features], axis=1)


@dataclass(frozen=True)
class Examples:
    """Cells of earlier days with their answers; `weight` undoes the sampling.

    levels  each feature's place among the cells of its day; `within` less the artist's mean
    """

    names: tuple[str, ...]
    features: Floats
    levels: Floats
    within: Floats
    came: Flags
    weight: Floats

    def only(self, names: Sequence[str]) -> "Examples":
        """The same cells with some of their features."""
        at = [self.names.index(name) for name in names]
        columns = (self.features[:, at], self.levels[:, at], self.within[:, at])
        return Examples(tuple(names), *columns, self.came, self.weight)


def question(
    seen: Sightings,
    day: date,
    *,
    horizon: int,
    home: Mapping[str, str] | None = None,
    learned: Counts | None = None,
) -> Question:
    """The question of a day; all but `came` and `asked` is computed from what came until it."""
    panel = panel_at(seen, day, home)
    given = given_of(panel, learned)
    asked, came = truth(seen, panel, horizon)
    return Question(given, features(given), asked, came)


def given_of(panel: Panel, learned: Counts | None = None) -> Given:
    """What signals may ask for; `learned` counts are added to the panel's own."""
    counts = counted(panel)
    return {
        "panel": panel,
        "world": world().only(_places(panel.territories)),
        "counts": counts.plus(learned) if learned else counts,
    }


def open_cells(given: Given) -> Flags:
    """Territories with charts that an artist has not reached yet."""
    cells: Flags = ~given["panel"].present & (given["counts"].artists > 0)
    return cells


def features(given: Given) -> Mapping[str, Floats]:
    """Every signal that asks for nothing else, and the circumstances."""
    return _Features(given)


class _Features(Mapping[str, Floats]):
    """Measured one at a time and not kept: together they are thirty times the panel."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._signals = {
            name: signal
            for name, signal in SIGNALS.items()
            if all(need in given for need in signal.needs)
        }

    @cached_property
    def _circumstances(self) -> Mapping[str, Floats]:
        return circumstances(self._given["panel"], self._given["counts"])

    def __getitem__(self, name: str) -> Floats:
        if name not in self._signals:
            return self._circumstances[name]
        with one_thread():
            return self._signals[name].measure(self._given)

    def __iter__(self) -> Iterator[str]:
        yield from self._signals
        yield from self._circumstances

    def __len__(self) -> int:
        return len(self._signals) + len(self._circumstances)


def truth(seen: Sightings, panel: Panel, horizon: int) -> tuple[Flags, Flags]:
    """Which cells are asked, and which of them were reached within `horizon` days.

    Asked is where a charted territory had not seen the artist until the day, and has a chart
    in at least half of the weeks of the horizon in which any territory has one: where there is
    none, nobody can say what came.
    """
    later = seen.between(panel.day + timedelta(1), panel.day + timedelta(horizon))
    place = {artist: row for row, artist in enumerate(panel.artists)}
    rows = np.array([place.get(artist, -1) for artist in seen.artists])[later.artist]
    columns = [seen.territories.index(code) for code in panel.territories]
    came = np.zeros((len(panel.artists), len(seen.territories)), dtype=np.bool_)
    came[rows[rows >= 0], later.territory[rows >= 0]] = True
    reached = came[:, columns]
    watched = _watched(later, panel.day)[columns]
    asked = ~panel.present & (watched & panel.present.any(axis=0))
    return asked, reached & asked


def _watched(later: Sightings, day: date) -> Flags:
    """The territories with a chart in at least half of the weeks that have any."""
    weeks = (later.day - day.toordinal() - 1) // STEP_DAYS
    charted = np.zeros((len(later.territories), int(weeks.max(initial=-1)) + 1), dtype=np.bool_)
    charted[later.territory, weeks] = True
    many: NDArray[np.int64] = charted.sum(axis=1)
    return (many > 0) & (2 * many >= charted.any(axis=0).sum())


def earlier_days(seen: Sightings, day: date, horizon: int) -> list[date]:
    """The days to learn from, the newest first: each one's horizon ends by `day`."""
    first = date.fromordinal(int(seen.day.min())) + timedelta(LEAST_HISTORY_DAYS)
    newest = day - timedelta(horizon)
    days = (newest - timedelta(STEP_DAYS * at) for at in range(ROUNDS))
    return [each for each in days if each >= first]


def examples(questions: Iterable[Question], *, seed: int) -> Examples:
    """A sample of the cells of some questions: all that came, and a part of the rest.

    Each question may be forgotten when the next is asked for: they are large.
    """
    generator = np.random.default_rng(seed)
    parts = [_sample(each, generator) for each in questions]
    rows = (np.concatenate([getattr(part, name) for part in parts]) for name in COLUMNS)
    return Examples(parts[0].names, *rows)


def _sample(asked: Question, generator: np.random.Generator) -> Examples:
    near = np.broadcast_to(asked.came.any(axis=1, keepdims=True), asked.came.shape)
    rest = np.where(near, KEPT_NEAR, KEPT_FAR)
    share: Floats = np.where(asked.came, 1.0, rest).astype(np.float32)
    kept: Flags = np.logical_and(asked.asked, generator.random(share.shape) < share)
    weight: Floats = np.reciprocal(share[kept]).astype(np.float32)
    cells = asked.open
    rows, levels, within = np.empty((3, len(weight), len(asked.features)), dtype=np.float32)
    for at, values in enumerate(asked.features.values()):
        level = levelled(values, cells)
        rows[:, at], levels[:, at] = values[kept], level[kept]
        within[:, at] = centred(level, cells)[kept]
    return Examples(tuple(asked.features), rows, levels, within, asked.came[kept], weight)


def _places(territories: Sequence[str]) -> NDArray[np.int64]:
    return np.array([ISO.index(code) for code in territories])
