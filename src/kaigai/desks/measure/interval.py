"""How sure a share is that was measured on some days of a month: a jackknife over months."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

LEVEL: Final = 0.90
FEWEST: Final = 3  #: months from which an interval is told
#: Student's t, 95 % point, for 2 to 30 degrees of freedom; more are taken as 30.
_T: Final = (
    2.920, 2.353, 2.132, 2.015, 1.943, 1.895, 1.860, 1.833, 1.812, 1.796, 1.782, 1.771, 1.761,
    1.753, 1.746, 1.740, 1.734, 1.729, 1.725, 1.721, 1.717, 1.714, 1.711, 1.708, 1.706, 1.703,
    1.701, 1.699, 1.697,
)  # fmt: skip


class Month(NamedTuple):
    """One month of one series: what was counted, and on how many of its days."""

    home: float
    overseas: float
    n_days: int
    month_days: int


class Estimate(NamedTuple):
    """A share from 0 to 1; `low` and `high` are None where nobody can tell.

    `is_whole`: every day was counted, so there is nothing to be unsure of.
    """

    share: float | None
    low: float | None = None
    high: float | None = None
    is_whole: bool = False


def share_of(months: Sequence[Month]) -> Estimate:
    """The share of overseas in all, with a 90 % interval where days are missing.

    Months are left out in turn (a jackknife, in log odds, so that it stays within 0 and 1);
    what is left to be unsure of shrinks with the days that were counted.
    """
    home = np.array([each.home for each in months], float)
    away = np.array([each.overseas for each in months], float)
    total = home.sum() + away.sum()
    if not len(months) or total <= 0:
        return Estimate(None)
    share = float(away.sum() / total)
    seen = sum(each.n_days for each in months) / sum(each.month_days for each in months)
    if seen >= 1:
        return Estimate(share, share, share, is_whole=True)
    n = len(months)
    if n < FEWEST or not 0 < share < 1:
        return Estimate(share)
    left = _odds(away.sum() - away, home.sum() - home)
    if not np.isfinite(left).all():
        return Estimate(share)
    error = np.sqrt((n - 1) / n * ((left - left.mean()) ** 2).sum() * (1 - seen))
    middle = np.log(share / (1 - share))
    reach = _T[min(n - 1, 30) - 2] * error
    return Estimate(share, _back(middle - reach), _back(middle + reach))


def _odds(away: np.ndarray, home: np.ndarray) -> np.ndarray:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(away / home)


def _back(odds: float) -> float:
    return float(1 / (1 + np.exp(-odds)))
