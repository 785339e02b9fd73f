"""Several cutoffs as one, for groups of artists that are few on each.

An artist is drawn with all its cutoffs, for what it does after one is much the same as after the
next. P@5 and R@10 are averaged over artists and cutoffs; AUC and AP are taken within a cutoff and
averaged, each cutoff weighing as many artists as moved after it.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from kaigai.desks.markets.backtest.comparison import Compared
from kaigai.desks.markets.backtest.metrics import Measured, Times, measured_by, times_of


def pooled(parts: Sequence[Compared], *, draws: int, seed: int) -> Mapping[str, Measured]:
    """The figures of each method over all parts; empty where nobody moved."""
    moving = [part for part in parts if part.came.any()]
    if not moving:
        return {}
    names = sorted({name for part in moving for name in part.artists})
    place = {name: at for at, name in enumerate(names)}
    drawn = times_of(len(names), draws, seed)
    times = [drawn[:, [place[name] for name in part.artists]] for part in moving]
    return {method: _one(method, moving, times) for method in moving[0].scores}


def _one(method: str, parts: Sequence[Compared], times: Sequence[Times]) -> Measured:
    """The mean over the parts, and that of each draw; where nobody was drawn, nothing is said."""
    both = list(zip(parts, times, strict=True))
    found = [measured_by(part.scores[method], part.asked, part.came, at) for part, at in both]
    moved = [part.came.any(axis=1) for part in parts]
    value = np.average([each.value for each in found], axis=0, weights=[m.sum() for m in moved])
    told = np.stack([each.drawn for each in found])
    many = np.stack([at[:, who].sum(axis=1) for (_, at), who in zip(both, moved, strict=True)])
    weight = np.where(np.isnan(told), 0.0, many[:, :, None])
    total = np.maximum(weight.sum(axis=0), 1e-9)
    return Measured(value, (np.nan_to_num(told) * weight).sum(axis=0) / total)
