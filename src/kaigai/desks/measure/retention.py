"""How long an audience abroad lasts: months with presence, and the half-life after the peak."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import log
from typing import Final, NamedTuple

import numpy as np

from kaigai.terms.periods import month_after

Z: Final = 1.645  #: 90 %
FEWEST: Final = 4  #: points after a peak from which a half-life is told
LONGEST: Final = 60.0  #: months; a longer half-life is no fall that could be told


class Seen(NamedTuple):
    """One territory of one artist and series: what was counted in each covered month."""

    territory: str
    months: Mapping[date, float]  #: month to quantity; 0 where the source had none
    is_new: bool = True  #: it first appears after the first covered month


class Lasting(NamedTuple):
    """Months from a first appearance to the last in a row; None where nobody can tell."""

    n: int  #: appearances abroad that were followed
    ended: int  #: of them, those that ended within what was read
    median: float | None
    low: float | None
    high: float | None


class HalfLife(NamedTuple):
    """Months in which an audience halves after its peak."""

    months: float | None
    low: float | None = None
    high: float | None = None
    n: int = 0  #: points that it was fitted to


def lasting(seen: Sequence[Seen]) -> Lasting:
    """The median length of a first stay abroad (Kaplan and Meier), with a 90 % interval.

    A stay that still holds in the last covered month, or that a hole in the data cuts, counts
    as lasting at least so long. Territories present from the first month on have no known
    beginning and do not count.
    """
    stays = [_stay(each) for each in seen if each.is_new and any(each.months.values())]
    if not stays:
        return Lasting(0, 0, None, None, None)
    curve = _survival(stays)
    return Lasting(
        len(stays),
        sum(ended for _, ended in stays),
        _first(curve, lambda s, _: s <= 0.5),
        _first(curve, lambda s, e: s - Z * e <= 0.5),
        _first(curve, lambda s, e: s + Z * e <= 0.5),
    )


def _stay(each: Seen) -> tuple[int, bool]:
    """Months of the first stay, and whether it was seen to end."""
    months = sorted(each.months)
    start = next(month for month in months if each.months[month] > 0)
    length = 0
    while True:
        month = month_after(start, length)
        if month not in each.months:
            return length, False
        if each.months[month] <= 0:
            return length, True
        length += 1


def _survival(stays: Sequence[tuple[int, bool]]) -> list[tuple[int, float, float]]:
    """After how many months which share still stays, with Greenwood's error."""
    curve, share, spread = [], 1.0, 0.0
    for length in sorted({months for months, _ in stays}):
        at_risk = sum(months >= length for months, _ in stays)
        ends = sum(months == length and ended for months, ended in stays)
        share *= 1 - ends / at_risk
        spread += ends / (at_risk * (at_risk - ends)) if at_risk > ends else 0.0
        curve.append((length, share, share * float(np.sqrt(spread))))
    return curve


def _first(curve: Sequence[tuple[int, float, float]], is_under: object) -> float | None:
    for length, share, error in curve:
        if is_under(share, error):  # type: ignore[operator]
            return float(length)
    return None


def half_life(seen: Sequence[Seen], after: date | None = None) -> HalfLife:
    """How fast quantities fall after each territory's peak, all territories together.

    The slope of log quantity against months since the peak, each territory with its own level;
    with `after`, months since that month (of a campaign) instead.
    """
    x, y = _centred(_falls(seen, after))
    if len(x) < FEWEST or not (x**2).sum():
        return HalfLife(None, n=len(x))
    slope = float((x * y).sum() / (x**2).sum())
    free = max(len(x) - 2, 1)
    error = float(np.sqrt(((y - slope * x) ** 2).sum() / free / (x**2).sum()))
    return HalfLife(
        _halving(slope),
        _halving(slope - Z * error),
        _halving(slope + Z * error),
        len(x),
    )


def _falls(seen: Sequence[Seen], after: date | None) -> list[list[tuple[int, float]]]:
    falls = []
    for each in seen:
        told = sorted((month, value) for month, value in each.months.items() if value > 0)
        if not told:
            continue
        peak = after or max(told, key=lambda known: known[1])[0]
        since = [
            ((month.year - peak.year) * 12 + month.month - peak.month, log(value))
            for month, value in told
            if month >= peak
        ]
        if len(since) > 1:
            falls.append(since)
    return falls


def _centred(falls: Sequence[Sequence[tuple[int, float]]]) -> tuple[np.ndarray, np.ndarray]:
    x: list[float] = []
    y: list[float] = []
    for fall in falls:
        age = sum(at for at, _ in fall) / len(fall)
        level = sum(level for _, level in fall) / len(fall)
        x += [at - age for at, _ in fall]
        y += [own - level for _, own in fall]
    return np.array(x), np.array(y)


def _halving(slope: float) -> float | None:
    """Months to half; None where nothing falls."""
    months = -np.log(2) / slope if slope < 0 else np.inf
    return float(months) if months <= LONGEST else None
