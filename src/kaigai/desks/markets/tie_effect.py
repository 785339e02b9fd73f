"""What a work that starts somewhere did to plays there, learned from the label's own past.

Compared is the logarithm of the plays of the three months after the month in which a work starts
in a territory to those of the three months before it, less the mean of the same for the artist's
other territories in the same months. Where there are too few of either, or where the 90 %
interval does not leave out zero, the effect is not known. It is what was seen in this catalogue,
not an experiment: a campaign may have started with the work.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

import ibis
import ibis.expr.types as ir
import numpy as np

from kaigai.desks.markets.demand import Demand
from kaigai.desks.markets.demand_cells import MEASURES, until
from kaigai.desks.markets.tie_ins import Tie
from kaigai.desks.markets.view_kinds import of_kind
from kaigai.desks.markets.world import World
from kaigai.terms.periods import month_after

if TYPE_CHECKING:
    import polars as pl

LEAST: Final = 8  #: starts, and territories without one, before they are compared
MONTHS: Final = 3  #: before, and after
HALF: Final = 1.645  #: of a normal distribution: 90 % lie within

Months = Mapping[date, float]
Cell = tuple[str, str]  #: artist, territory


@dataclass(frozen=True, slots=True)
class Effect:
    """How much plays rise, as a logarithm with its error; `n_with` starts were compared with
    `n_without` territories without one."""

    n_with: int = 0
    n_without: int = 0
    rise: float = 0.0
    error: float = float("inf")

    @property
    def is_known(self) -> bool:
        """Whether there are enough of both, and the interval leaves out zero."""
        enough = self.n_with >= LEAST and self.n_without >= LEAST
        return enough and abs(self.rise) > HALF * self.error

    @property
    def times(self) -> tuple[float, float, float]:
        """Plays after to before, as times: low, middle, high."""
        ends = (self.rise - HALF * self.error, self.rise, self.rise + HALF * self.error)
        low, middle, high = (float(np.exp(end)) for end in ends)
        return low, middle, high


def effect(usage_monthly: ir.Table, whose: ir.Table, ties: Sequence[Tie], *, day: date) -> Effect:
    """The effect by what was played in months that were over on `day`; no later one is seen.

    `whose` has the artists of reported things: `reported_id`, `artist_id`.
    """
    started = [each for each in ties if each.first is not None and each.first < until(day)]
    if not started:
        return Effect()
    artists = sorted({each.artist_id for each in started})
    before, after = (of_kind(usage_monthly, started=each) for each in (False, True))
    found = [
        compared(rows, started)
        for measure, usage in (*((each, before) for each in MEASURES), ("views", after))
        if len(rows := _monthly(usage, whose, artists, measure, until(day)))
    ]
    return max(found, key=lambda each: each.n_with, default=Effect())


def compared(rows: "pl.DataFrame", ties: Sequence[Tie]) -> Effect:
    """The same of rows `artist_id`, `territory`, `month`, `quantity`; a month that a row lacks
    was not reported."""
    months: dict[Cell, dict[date, float]] = {}
    for artist, territory, month, quantity in rows.select(
        "artist_id", "territory", "month", "quantity"
    ).iter_rows():
        months.setdefault((artist, territory), {})[month] = quantity
    starts = {
        (each.artist_id, each.territory, each.first.replace(day=1)) for each in ties if each.first
    }
    with_, without = [], []
    for artist, start in sorted({(artist, start) for artist, _, start in starts}):
        others = list(_others(months, starts, artist, start))
        if not others:
            continue
        usual = float(np.mean(others))
        without += [each - usual for each in others]
        for territory in sorted({c for a, c, month in starts if (a, month) == (artist, start)}):
            rise = _rise(months.get((artist, territory), {}), start)
            if rise is not None:
                with_.append(rise - usual)
    if min(len(with_), len(without)) < 2:
        return Effect(len(with_), len(without))
    error = np.sqrt(np.var(with_, ddof=1) / len(with_) + np.var(without, ddof=1) / len(without))
    return Effect(len(with_), len(without), float(np.mean(with_)), float(error))


def _others(
    months: Mapping[Cell, Months], starts: set[tuple[str, str, date]], artist: str, start: date
) -> Iterator[float]:
    """What happened in the artist's territories where no work started about then."""
    near = {month_after(start, step) for step in range(-MONTHS, MONTHS + 1)}
    busy = {code for who, code, month in starts if who == artist and month in near}
    for (who, code), played in sorted(months.items()):
        if who == artist and code not in busy:
            rise = _rise(played, start)
            if rise is not None:
                yield rise


def _rise(played: Months, start: date) -> float | None:
    """The logarithm of plays after to before; None where a month is missing or nothing was."""
    before = [played.get(month_after(start, -step)) for step in range(1, MONTHS + 1)]
    after = [played.get(month_after(start, step)) for step in range(1, MONTHS + 1)]
    known = [each for each in (*before, *after) if each is not None]
    if len(known) < 2 * MONTHS or not sum(known[:MONTHS]):
        return None
    return float(np.log(sum(known[MONTHS:]) + 1) - np.log(sum(known[:MONTHS]) + 1))


def _monthly(
    usage: ir.Table, whose: ir.Table, artists: Sequence[str], measure: str, end: date
) -> "pl.DataFrame":
    """Plays by artist, territory and month, of the source that counts most of each artist.

    A month in which the source reports somebody there but not the artist is 0.
    """
    import polars as pl

    by = ("service", "chart", "reporter", "length")
    of = usage.filter(
        (usage.measure == measure) & usage.quantity.notnull() & (usage.month < ibis.literal(end))
    )
    covered = pl.from_arrow(of.select(*by, "territory", "month").distinct().to_pyarrow())
    own = of.inner_join(whose.filter(whose.artist_id.isin(artists)), "reported_id")
    summed = own.group_by("artist_id", *by, "territory", "month")
    found = pl.from_arrow(summed.agg(quantity=lambda t: t.quantity.sum()).to_pyarrow())
    assert isinstance(covered, pl.DataFrame)
    assert isinstance(found, pl.DataFrame)
    whole = found.group_by("artist_id", *by).agg(pl.col("quantity").sum())
    best = whole.sort(
        ["quantity", *by], descending=[True, False, False, False, False], nulls_last=True
    ).unique("artist_id", keep="first", maintain_order=True)
    asked = found.select("artist_id", *by, "territory").unique()
    asked = asked.join(best.drop("quantity"), on=["artist_id", *by], how="semi", nulls_equal=True)
    every = asked.join(covered, on=[*by, "territory"], nulls_equal=True)
    joined = every.join(
        found, on=["artist_id", *by, "territory", "month"], how="left", nulls_equal=True
    )
    return joined.with_columns(pl.col("quantity").fill_null(0.0)).sort(
        "artist_id", "territory", "month"
    )


def lifted(
    demand: Demand, ties: Sequence[Tie], effect: Effect, *, day: date, world: World
) -> Demand:
    """What is expected where a work of the artist is out, times the effect where it is known."""
    out = sorted({world.at(each.territory) for each in ties if each.is_out(day)})
    if not effect.is_known or not out or demand.unit == "weight":
        return demand
    low, middle, high, order = (
        each.copy() for each in (demand.low, demand.expected, demand.high, demand.order)
    )
    error = HALF * effect.error
    down = np.sqrt(np.log(middle[out] / np.maximum(low[out], 1e-9)) ** 2 + error**2)
    up = np.sqrt(np.log(np.maximum(high[out], 1e-9) / middle[out]) ** 2 + error**2)
    middle[out] *= np.exp(effect.rise)
    low[out], high[out] = middle[out] * np.exp(-down), middle[out] * np.exp(up)
    order[out] += effect.rise
    return replace(demand, low=low, expected=middle, high=high, order=order)
