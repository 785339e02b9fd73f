"""Plays at home and abroad by month, kept apart by who counted them; gaps stay gaps."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

import ibis
import ibis.expr.types as ir

from kaigai.findings.plays import MEASURES
from kaigai.findings.report.reported import Month, Plays, Row

SERIES = 3  #: series that a report shows
MONTHS = 24  #: months of each
WORLD = "WORLD"
#: What makes two rows comparable: only rows equal in all of these are added up.
APART = ("service", "measure", "chart", "subject_kind", "length")
LONGEST = 31  #: days; plays of a quarter are no month's


def plays(usage: ir.Table, home: str) -> tuple[Plays, ...]:
    """The largest series of streams or views; months are those in which a row's period begins.

    Abroad is every territory but home; where only home and the world are reported, what is left.
    Rows of different services, measures, charts, kinds or lengths of period are never added;
    periods longer than a month are left out.
    """
    days = usage.days.fill_null(1)
    told = usage.measure.isin(MEASURES) & usage.quantity.notnull() & (days <= LONGEST)
    length = ibis.cases((days <= 1, "day"), (days <= 7, "week"), else_="month")
    dated = usage.mutate(month=usage.day.truncate("M"), length=length).filter(told)
    at_home, world = dated.territory == home, dated.territory == WORLD
    rows = dated.group_by(*APART, "month").agg(
        home=dated.quantity.sum(where=at_home),
        abroad=dated.quantity.sum(where=~at_home & ~world),
        world=dated.quantity.sum(where=world),
        reports=dated.day.nunique(),
        days=dated.days.max(),
        territories=dated.territory.nunique(where=~world),
        total=dated.quantity.sum(),
    )
    return tuple(_largest(rows.order_by(*APART, "month").to_pyarrow().to_pylist()))


def _largest(rows: Sequence[Row]) -> list[Plays]:
    """Of each service, measure and kind the length of period that says most, largest first."""
    found: dict[tuple[str, ...], tuple[float, Plays]] = {}
    for key, each in groupby(rows, key=lambda row: [row[name] for name in APART]):
        months = list(each)
        made = _series(months)
        total = sum(row["total"] or 0 for row in months)
        same = tuple(str(value) for value in key[:-1])
        if made and total > found.get(same, (0.0, made))[0]:
            found[same] = total, made
    ordered = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))
    return [made for _, (_, made) in ordered[:SERIES]]


def _series(rows: Sequence[Row]) -> Plays | None:
    known = {row["month"]: row for row in rows}
    months = tuple(_month(day, known.get(day)) for day in _every(known))[-MONTHS:]
    if not any(month.home is not None and month.abroad is not None for month in months):
        return None
    one = rows[0]
    return Plays(one["service"], one["measure"], one["chart"], one["subject_kind"], months)


def _every(months: Iterable[date]) -> Iterator[date]:
    """All months from the first to the last."""
    listed = sorted(months)
    day = listed[0]
    while day <= listed[-1]:
        yield day
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _month(day: date, row: Row | None) -> Month:
    if row is None:
        return Month(day, None, None, 0, 0)
    home, abroad = row["home"], row["abroad"]
    if abroad is None and row["world"] is not None and home is not None:
        abroad = max(row["world"] - home, 0.0)
    most = monthrange(day.year, day.month)[1]
    days = min(most, row["reports"] * (row["days"] or 1))
    return Month(day, home, abroad, days, row["territories"])
