"""Shares as they are asked for: by artist, home, label, service, territory or month."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any, Final, Literal, get_args

import ibis
import ibis.expr.types as ir

from kaigai.desks.measure.interval import Estimate, Month, share_of
from kaigai.desks.measure.sources import RANK
from kaigai.facts import masks
from kaigai.terms.periods import month_after

By = Literal["artist", "home", "label", "service", "territory", "month"]
BYS: Final[tuple[By, ...]] = get_args(By)
SERIES: Final = ("service", "chart", "measure", "currency")
UNLISTED: Final = "unlisted:"
RANKED: Final[tuple[By, ...]] = ("artist", "home", "label")  #: of which the largest are shown


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which shares; what is None or empty does not narrow.

    artists  artist ids; homes  ISO codes of artists' home territories
    most     of artists, homes or labels: so many of each series, the largest
    """

    by: By = "artist"
    artists: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """One line of the answer: a group, one series of it, and what it rests on."""

    group: str
    service: str
    chart: str
    measure: str
    currency: str
    home: float | None
    overseas: float | None
    estimate: Estimate
    n_artists: int
    n_territories: int
    months: int
    without_home: int  #: months in which no source covers the home territory
    holes: tuple[date, ...]  #: months in between without a row
    n_days: int
    month_days: int
    first_day: date | None
    last_day: date | None
    source: str
    n_sources: int
    differs: float

    @property
    def series(self) -> tuple[str, ...]:
        """What is counted: lines of one series can be compared."""
        return (self.service, self.chart, self.measure, self.currency)

    @property
    def total(self) -> float:
        """Home and overseas together, as far as they are known."""
        return (self.home or 0.0) + (self.overseas or 0.0)


def series_of(row: Mapping[str, Any]) -> tuple[str, ...]:
    """What a row by month counts, as `Share.series` has it."""
    return tuple(row[name] or "" for name in SERIES)


def narrowed(rows: ir.Table, wanted: Wanted, chosen: ir.Table | None = None) -> ir.Table:
    """Rows of export_share or reach that are asked for; of the artists `chosen`, if any are."""
    if chosen is not None:
        rows = rows.semi_join(chosen, "artist_id")
    if wanted.homes:
        rows = rows.filter(rows.home_territory.isin(list(wanted.homes)))
    if wanted.services:
        rows = rows.filter(rows.service.lower().isin([each.lower() for each in wanted.services]))
    if wanted.measures:
        rows = rows.filter(rows.measure.isin(list(wanted.measures)))
    if wanted.since:
        rows = rows.filter(rows.month >= wanted.since.replace(day=1))
    if wanted.until:
        rows = rows.filter(rows.month <= wanted.until)
    return rows


def by_month(tables: Mapping[str, ir.Table], wanted: Wanted) -> ir.Table:
    """One row per group, series and month.

    An artist's own figures are whole; what several artists share is divided among them, so that
    groups of artists add up.

    tables  export_share; labels, where artists have any; chosen, the artists asked for
    """
    rows = narrowed(tables["export_share"], wanted, tables.get("chosen"))
    if wanted.by == "artist":
        rows = rows.filter(~rows.artist_id.startswith(UNLISTED))
    rows = _grouped(rows, tables.get("labels"), wanted.by)
    whole = wanted.by == "artist" or len(wanted.artists) == 1
    home, overseas = ("home", "overseas") if whole else ("home_part", "overseas_part")
    # A list of plays may name no service, and nothing joins null.
    unnamed = rows.service.fill_null("")
    rows = rows.mutate(at_home=rows[home], away=rows[overseas], service=unnamed)
    rows = rows.mutate(is_known=rows.at_home.notnull() & rows.away.notnull())
    if wanted.most and wanted.by in RANKED:
        rows = _largest(rows, wanted.most)
    months = rows.group_by("grouping", *SERIES, "month").agg(
        home=rows.at_home.sum(where=rows.is_known),
        overseas=rows.away.sum(where=rows.is_known),
        elsewhere=rows.away.sum(where=rows.at_home.isnull()),
        n_artists=rows.artist_id.nunique(),
        is_known=rows.is_known.any(),
        n_days=rows.n_days.max(),
        month_days=rows.month_days.max(),
        first_day=rows.first_day.min(),
        last_day=rows.last_day.max(),
        source=(rows.source.min() == rows.source.max()).ifelse(rows.source.min(), "several"),
        n_sources=rows.n_sources.max(),
        differs=rows.differs.max(),
        **({"lines": rows.lines.max()} if "lines" in rows.columns else {}),
    )
    keys = ["grouping", *SERIES]
    joined = months.left_join(_reached(rows), keys).drop(*(f"{name}_right" for name in keys))
    return joined.order_by(*keys, "month")


def _largest(rows: ir.Table, most: int) -> ir.Table:
    """Rows of the largest groups of each series, with how many `lines` there are of it."""
    keys = ["grouping", *SERIES]
    known = (rows.at_home + rows.away).sum(where=rows.is_known)
    elsewhere = rows.away.sum(where=rows.at_home.isnull())
    each = rows.group_by(*keys).agg(total=ibis.coalesce(known, elsewhere, 0.0))
    series = [each[name] for name in SERIES]
    ranked = each.mutate(
        place=ibis.row_number().over(group_by=series, order_by=[each.total.desc(), each.grouping]),
        lines=each.count().over(ibis.window(group_by=series)),
    )
    first = ranked.filter(ranked.place < most).drop("place", "total")
    return rows.inner_join(first, keys)


def _grouped(rows: ir.Table, labels: ir.Table | None, by: By) -> ir.Table:
    match by:
        case "artist":
            return rows.mutate(grouping=rows.artist_id)
        case "home":
            return rows.mutate(grouping=rows.home_territory)
        case "month":
            return rows.mutate(grouping=rows.month.strftime("%Y-%m"))
        case "label" if labels is not None:
            joined = rows.left_join(labels, "artist_id").drop("artist_id_right")
            return joined.mutate(grouping=joined.label.fill_null(""))
        case "label":
            return rows.mutate(grouping=ibis.literal(""))
        case _:
            return rows.mutate(grouping=ibis.literal(""))


def _reached(rows: ir.Table) -> ir.Table:
    """Territories abroad, and artists, of each group and series, all months together."""
    heard = masks.union_of(masks.words(rows, "abroad"), "abroad")
    found = rows.group_by("grouping", *SERIES).agg(artists=rows.artist_id.nunique(), **heard)
    return found.select(
        "grouping", *SERIES, "artists", n_territories=masks.size(masks.words(found, "abroad"))
    )


def calendar(tables: Mapping[str, ir.Table], wanted: Wanted) -> ir.Table:
    """Which months each series has, for whomever, and on how many days."""
    rows = narrowed(tables["export_share"], replace(wanted, homes=()))
    return rows.group_by(*SERIES, "month").agg(
        n_days=rows.n_days.max(), month_days=rows.month_days.max()
    )


Days = Mapping[tuple[str, ...], Mapping[date, tuple[int, int]]]


def days_of(rows: Iterable[Mapping[str, Any]]) -> Days:
    """A calendar's rows by series and month: days counted, and days of the month."""
    found: dict[tuple[str, ...], dict[date, tuple[int, int]]] = {}
    for row in rows:
        found.setdefault(series_of(row), {})[row["month"]] = (
            row["n_days"] or 0,
            row["month_days"],
        )
    return found


def shares(rows: Iterable[Mapping[str, Any]], days: Days) -> list[Share]:
    """Lines of rows by month, which stand in order of group and series; the largest first."""
    keys = ("grouping", *SERIES)
    found = [
        _share(key, list(group), days.get(key[1:], {}))
        for key, group in groupby(rows, key=lambda row: tuple(row[name] or "" for name in keys))
    ]
    return sorted(found, key=lambda each: (each.measure == RANK, -each.total, each.group))


def _share(
    key: tuple[str, ...], rows: list[Mapping[str, Any]], days: Mapping[date, tuple[int, int]]
) -> Share:
    known = [row for row in rows if row["is_known"]]
    told = [Month(row["home"], row["overseas"], *_days(row, days)) for row in known]
    elsewhere = [row["elsewhere"] for row in rows if row["elsewhere"] is not None]
    group, service, chart, measure, currency = key
    sources = {row["source"] for row in rows}
    within = {month: each for month, each in days.items() if rows[0]["month"] <= month}
    within = {month: each for month, each in within.items() if month <= rows[-1]["month"]}
    return Share(
        group,
        service,
        chart,
        measure,
        currency,
        home=sum(each.home for each in told) if told else None,
        overseas=sum(each.overseas for each in told) if told else sum(elsewhere) or None,
        estimate=share_of(told),
        n_artists=max(row["artists"] or 0 for row in rows),
        n_territories=max(row["n_territories"] or 0 for row in rows),
        months=len(rows),
        without_home=len(rows) - len(known),
        holes=tuple(_missing(sorted(days), rows[0]["month"], rows[-1]["month"])),
        n_days=sum(counted for counted, _ in within.values()),
        month_days=sum(whole for _, whole in within.values()),
        first_day=min(row["first_day"] for row in rows),
        last_day=max(row["last_day"] for row in rows),
        source=sources.pop() if len(sources) == 1 else "several",
        n_sources=max(row["n_sources"] for row in rows),
        differs=max(row["differs"] for row in rows),
    )


def _days(row: Mapping[str, Any], days: Mapping[date, tuple[int, int]]) -> tuple[int, int]:
    return days.get(row["month"], (row["n_days"] or 0, row["month_days"]))


def _missing(months: list[date], first: date, last: date) -> Iterator[date]:
    """Months between two that no source has for anybody."""
    month = first
    while month < last:
        if month not in months:
            yield month
        month = month_after(month)
