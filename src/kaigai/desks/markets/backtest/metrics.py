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

FIGURES = ("p5", "r10", "auc", "ap")
TOP_PRECISION, TOP_RECALL = 5, 10
LEVELS = (0.05, 0.95)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its 90 % interval; nan where it cannot be told."""

    value: float
    low: float
    high: float


def measure(scores: Scores, asked: Flags, came: Flags, draws: NDArray[np.int64]) -> list[Figure]:
    """The four figures; each row of `draws` lists artists (rows), drawn with replacement."""
    tops = _tops(scores, came)
    cells = _Cells.of(scores, asked, came)
    times = np.ones(len(scores), dtype=np.int64)
    value = _four(tops, cells, times)
    drawn = np.array(
        [_four(tops, cells, np.bincount(draw, minlength=len(scores))) for draw in draws]
    ).reshape(len(draws), len(FIGURES))
    low, high = np.nanquantile(drawn, LEVELS, axis=0) if len(draws) else (value, value)
    return [Figure(*map(float, each)) for each in zip(value, low, high, strict=True)]


def draws_of(rows: NDArray[np.int64], times: int, seed: int) -> NDArray[np.int64]:
    """Artists drawn with replacement, the same for every method."""
    return np.random.default_rng(seed).choice(rows, size=(times, len(rows)))


def _four(
    tops: "tuple[Scores, Scores, Flags]", cells: "_Cells", times: NDArray[np.int64]
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
    """Cells from the highest score down: whose each is, whether it came, where ties end."""

    artist: NDArray[np.int64]
    came: Flags
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, scores: Scores, asked: Flags, came: Flags) -> "_Cells":
        flat = scores[asked]
        order = np.argsort(-flat, kind="stable")
        ends = np.append(np.flatnonzero(np.diff(flat[order])), len(flat) - 1)
        return cls(np.nonzero(asked)[0][order], came[asked][order], ends)

    def pooled(self, times: NDArray[np.int64]) -> tuple[float, float]:
        """AUC and AP, each artist's cells counted as often as it was drawn."""
        weight = times[self.artist]
        hit = np.cumsum(np.where(self.came, weight, 0))[self.ends].astype(np.float64)
        seen = np.cumsum(weight)[self.ends].astype(np.float64)
        hits, misses = np.diff(hit, prepend=0.0), np.diff(seen - hit, prepend=0.0)
        if not hit[-1] or hit[-1] == seen[-1]:
            return float("nan"), float("nan")
        above = hit - hits / 2  #: of each group of ties, half counts as above
        auc = (misses * above).sum() / (hit[-1] * misses.sum())
        ap = (hits * hit / np.maximum(seen, 1)).sum() / hit[-1]
        return float(auc), float(ap)


def better(model: Mapping[str, float], others: Mapping[str, Mapping[str, float]]) -> bool:
    """Whether the model's every figure is above every other's."""
    return all(model[name] > other[name] for other in others.values() for name in FIGURES)
