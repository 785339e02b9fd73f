"""Features brought to their ranks within a day, so that a long past is asked like a short one.

Counts grow with every day of charts: a number that was high in a chart's second month is low in
its sixth. What is learned on earlier days carries over when each feature says where a cell stands
among the cells of its own day, as a normal score.
"""

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]
Floats = NDArray[np.float32]

KNOTS = 1000  #: between which scores are drawn out
TAIL = 1e-4  #: share of the cells beyond which nothing is told apart


def levelled(values: Floats, cells: Flags) -> Floats:
    """Normal scores of a feature among some cells of its day; equal values stay equal."""
    if not cells.any():
        return np.zeros_like(values)
    at, scores = _knots(values[cells])
    if not values.strides[1]:  # one number for each artist
        one = np.interp(values[:, 0], at, scores).astype(np.float32)
        return np.broadcast_to(one[:, None], values.shape)
    if not values.strides[0]:  # or for each territory
        one = np.interp(values[0], at, scores).astype(np.float32)
        return np.broadcast_to(one[None, :], values.shape)
    levels = np.zeros(values.shape, dtype=np.float32)
    levels[cells] = np.interp(values[cells], at, scores)
    return levels


def levels_of(values: Floats, cells: Flags, chosen: Flags) -> Floats:
    """The same of a few chosen cells, one row each: all are compared with, few brought over."""
    return np.interp(values[chosen], *_knots(values[cells])).astype(np.float32)


def centred(levels: Floats, cells: Flags) -> Floats:
    """The same less the mean over the artist's cells: how a territory stands among its own."""
    many = np.maximum(cells.sum(axis=1), 1)
    usual = np.where(cells, levels, 0).sum(axis=1) / many
    return (levels - usual[:, None]).astype(np.float32)


def _knots(values: Floats) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Values, and the normal score of the middle of the cells that have each."""
    from scipy.special import ndtri

    ordered = np.sort(values)
    begins = np.append(0, np.flatnonzero(np.diff(ordered)) + 1)
    ends = np.append(begins[1:], len(ordered))
    share = (begins + ends) / 2 / len(ordered)
    scores: NDArray[np.float64] = ndtri(np.clip(share, TAIL, 1 - TAIL))
    # As dense at the ends as in the middle: what is ranked first is decided there.
    wanted = np.searchsorted(scores, np.linspace(scores[0], scores[-1], KNOTS))
    kept = np.unique(np.append(wanted, len(scores) - 1))
    return ordered[begins[kept]].astype(np.float64), scores[kept]
