"""How good a ranking was: four figures, and intervals from artists drawn again.

P@5   of an artist's five highest-ranked territories, the share that was reached; averaged over
      the artists who reached at least one new territory
R@10  of the territories that an artist reached, the share among its ten highest-ranked;
      averaged over the same artists
AUC   the chance that a cell (artist and territory) that was reached is ranked above one that
      was not; over all cells together, ties count half
AP    average precision over all cells together: the mean, over the reached ones, of the share
      of reached cells among those ranked as high or higher

Cells are the territories that an artist had not reached by the cutoff. Within an artist, ties go
to the territory that comes first in the alphabet of codes, for every method alike.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]
Scores = NDArray[np.float64]
Times = NDArray[np.int32]  #: how often each artist was drawn

FIGURES = ("p5", "r10", "auc", "ap")
TOP_PRECISION, TOP_RECALL = 5, 10
LEVELS = (0.05, 0.95)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its 90 % interval; nan where it cannot be told."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Measured:
    """The four figures, and the same for each time that artists were drawn (a row each)."""

    value: Scores
    drawn: Scores

    def less(self, other: "Measured") -> "Measured":
        """How far above another method's, draw by draw: both saw the same artists."""
        return Measured(self.value - other.value, self.drawn - other.drawn)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """With 90 % intervals."""
        told = len(self.drawn) and not np.isnan(self.drawn).all()
        low, high = np.nanquantile(self.drawn, LEVELS, axis=0) if told else (self.value,) * 2
        return tuple(Figure(*map(float, each)) for each in zip(self.value, low, high, strict=True))


def measured(scores: Scores, asked: Flags, came: Flags, draws: NDArray[np.int64]) -> Measured:
    """The four figures; each row of `draws` lists artists (rows), drawn with replacement."""
    counted = [np.bincount(draw, minlength=len(scores)) for draw in draws]
    times = np.array(counted, dtype=np.int32).reshape(len(draws), len(scores))
    return measured_by(scores, asked, came, times)


def measured_by(scores: Scores, asked: Flags, came: Flags, times: Times) -> Measured:
    """The same from how often each artist (column) is in each draw (row)."""
    tops = _tops(scores, came)
    cells = _Cells.of(scores, asked, came)
    value = _four(tops, cells, np.ones(len(scores), dtype=np.int32))
    drawn = np.array([_four(tops, cells, each) for each in times])
    return Measured(value, drawn.reshape(len(times), len(FIGURES)))


def measure(
    scores: Scores, asked: Flags, came: Flags, draws: NDArray[np.int64]
) -> tuple[Figure, ...]:
    """The same as figures with their intervals."""
    return measured(scores, asked, came, draws).figures


def draws_of(rows: NDArray[np.int64], times: int, seed: int) -> NDArray[np.int64]:
    """Artists drawn with replacement, the same for every method."""
    return np.random.default_rng(seed).choice(rows, size=(times, len(rows)))


def times_of(artists: int, draws: int, seed: int) -> Times:
    """How often each of some artists is drawn (a row each time)."""
    generator = np.random.default_rng(seed)
    found = [
        np.bincount(generator.integers(0, artists, artists), minlength=artists)
        for _ in range(draws)
    ]
    return np.array(found, dtype=np.int32).reshape(draws, artists)


def _four(
    tops: "tuple[Scores, Scores, Flags]", cells: "_Cells", times: NDArray[np.int32]
) -> Scores:
    precision, recall, reached = tops
    weight = times * reached
    total = weight.sum()
    if not total:
        return np.full(len(FIGURES), np.nan)
    auc, ap = cells.pooled(times)
    return np.array([precision @ weight / total, recall @ weight / total, auc, ap])


def _tops(scores: Scores, came: Flags) -> tuple[Scores, Scores, Flags]:
    """Each artist's precision and recall, and whether it reached anything."""
    order = np.argsort(-scores, axis=1, kind="stable")[:, :TOP_RECALL]
    hits = np.take_along_axis(came, order, axis=1)
    many = came.sum(axis=1)
    precision = hits[:, :TOP_PRECISION].sum(axis=1) / TOP_PRECISION
    return precision, hits.sum(axis=1) / np.maximum(many, 1), many > 0


@dataclass(frozen=True)
class _Cells:
    """Cells from the highest score down, in stretches that begin or end where a tie with a
    reached cell does; only there do the figures change, and there are few of them.

    artist  whose each cell is
    begins  where each stretch begins
    tied    the stretches that hold reached cells
    hit     the reached cells' artists, and which of the tied stretches each is in
    """

    artist: NDArray[np.int64]
    begins: NDArray[np.int64]
    tied: NDArray[np.int64]
    hit: tuple[NDArray[np.int64], NDArray[np.int64]]

    @classmethod
    def of(cls, scores: Scores, asked: Flags, came: Flags) -> "_Cells":
        flat = scores[asked]
        order = np.argsort(-flat, kind="stable")
        edges = np.flatnonzero(np.diff(flat[order])) + 1
        starts, ends = np.append(0, edges), np.append(edges, len(flat))
        hits = np.flatnonzero(came[asked][order])
        groups, which = np.unique(np.searchsorted(edges, hits, "right"), return_inverse=True)
        begins = np.unique(np.concatenate([[0], starts[groups], ends[groups]]))
        begins = begins[begins < len(flat)]
        artist = np.nonzero(asked)[0][order]
        tied = np.searchsorted(begins, starts[groups])
        return cls(artist, begins, tied, (artist[hits], which))

    def pooled(self, times: NDArray[np.int32]) -> tuple[float, float]:
        """AUC and AP, each artist's cells counted as often as it was drawn."""
        stretch = np.add.reduceat(times[self.artist], self.begins, dtype=np.int64)
        seen = np.cumsum(stretch).astype(np.float64)
        of, which = self.hit
        hits = np.bincount(which, weights=times[of], minlength=len(self.tied))
        total, all_misses = hits.sum(), seen[-1] - hits.sum()
        if not total or not all_misses:
            return float("nan"), float("nan")
        until = np.cumsum(hits)
        above = seen[self.tied] - until  #: misses ranked as high or higher
        misses = stretch[self.tied] - hits
        auc = (hits * (all_misses - above + misses / 2)).sum() / (total * all_misses)
        ap = (hits * until / np.maximum(seen[self.tied], 1)).sum() / total
        return float(auc), float(ap)


def better(model: Mapping[str, float], others: Mapping[str, Mapping[str, float]]) -> bool:
    """Whether the model's every figure is above every other's."""
    return all(model[name] > other[name] for other in others.values() for name in FIGURES)
