"""Who is played where in a month, from reports and charts until a day: what demand is made of."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal

import ibis
import ibis.expr.types as ir

from kaigai.desks.markets.view_kinds import has_started, of_kind
from kaigai.identity.attribution import UNLISTED
from kaigai.identity.credits import credits_of
from kaigai.identity.letters import spelt
from kaigai.terms.periods import month_after
from kaigai.terms.territories import ISO

if TYPE_CHECKING:
    import polars as pl

Period = tuple[date, date]
Unit = Literal["streams", "views", "weight"]
UNITS: Final[tuple[Unit, ...]] = ("streams", "views", "weight")
MEASURES: Final = ("streams", "views")
MONTHS: Final = 3  #: whole months until the day that are looked at together
DAYS: Final = {"day": 1.0, "week": 7.0, "month": 30.4, "longer": 91.0}
MONTH_DAYS: Final = 30.4
NAMED: Final = "name:"  #: ids of artists whom only reports name
OFTEN: Final = 2  #: things under one name before it is taken for one artist's

_SOURCE: Final = ("service", "chart", "measure", "reporter", "length")


@dataclass(frozen=True, slots=True)
class Cells:
    """Monthly plays, and shares of charts, of artists in territories.

    plays     artist_id, measure, territory, quantity: streams or views a month
    shares    artist_id, territory, quantity: the artist's share (0 to 1) of all its charts
    covered   per unit the territories of which anybody's are known
    filled    territory, artist_id, share, before: who has most of its charts, and had before
    played, ranked  the first month and the last day of plays and of charts that count here
    """

    plays: "pl.DataFrame"
    shares: "pl.DataFrame"
    covered: Mapping[str, frozenset[str]]
    filled: "pl.DataFrame"
    played: Period | None
    ranked: Period | None
    names: Mapping[str, str]
    services: tuple[str, ...]


def until(day: date) -> date:
    """The first day of the month after the last one that is over on `day`."""
    return (day + timedelta(days=1)).replace(day=1)


def cells(
    tables: Mapping[str, ir.Table],
    *,
    day: date,
    measures: Collection[str] = MEASURES,
    services: Collection[str] = (),
) -> Cells:
    """What was played and charted in the last months that are over on `day`, and no later.

    `tables` holds usage_monthly and reported, and identities where they are known. Artists
    that no identity ties go by the names that reports give them.
    """
    usage = tables["usage_monthly"].filter(lambda t: t.territory.isin([*ISO]))
    usage = usage.filter(usage.month < ibis.literal(until(day)))
    if services:
        usage = usage.filter(usage.service.isin(list(services)))
    is_play = usage.measure.isin([*measures]) & usage.quantity.notnull()
    is_rank = usage.weight.notnull()
    newest = usage.agg(
        played=usage.month.max(where=is_play),
        charted=usage.month.max(where=is_rank),
        started=has_started(usage).any(),
    )
    months = newest.to_pyarrow().to_pylist()[0]
    played, charted = (
        month_after(each, 1 - MONTHS) if each else None
        for each in (months["played"], months["charted"])
    )
    parts = []
    if played:
        plays = usage.filter(is_play, usage.month >= ibis.literal(played))
        parts.append(of_kind(plays, started=bool(months["started"])))
    if charted:
        # What filled the charts before is looked at as well.
        since = month_after(charted, -MONTHS)
        parts.append(usage.filter(is_rank, usage.month >= ibis.literal(since)))
    if not parts:
        return _nothing()
    recent = (ibis.union(*parts) if len(parts) > 1 else parts[0]).cache()
    return _cells(recent, whose(tables, recent), played, charted)


def _cells(recent: ir.Table, whose: ir.Table, played: date | None, charted: date | None) -> Cells:
    since, charted_since = (ibis.literal(each or date.max) for each in (played, charted))
    now = recent
    if charted:
        now = now.filter(now.month >= now.weight.isnull().ifelse(since, charted_since)).cache()
    plays, covered = _plays(now, whose) if played else (_no_plays(), {})
    shares = earlier = _no_shares()
    listed: frozenset[str] = frozenset()
    if charted:
        shares, listed = _shares(now, whose)
        before = recent.filter(recent.weight.notnull() & (recent.month < charted_since))
        earlier, _ = _shares(before, whose)
    spoken = whose.select("artist_id", "name").distinct(on="artist_id").to_pyarrow().to_pydict()
    services = now.select("service").distinct().to_pyarrow()["service"].to_pylist()
    return Cells(
        plays,
        shares,
        {**covered, "weight": listed},
        _filled(shares, earlier),
        _period(now.filter(now.quantity.notnull())) if played else None,
        _period(now.filter(now.weight.notnull())) if charted else None,
        dict(zip(spoken["artist_id"], spoken["name"], strict=True)),
        tuple(sorted(each for each in services if each)),
    )


def _period(rows: ir.Table) -> Period | None:
    """The first and the last day that rows tell of; a month is told of to its end."""
    whole = rows.length.isin(["month", "longer"])
    found = rows.agg(
        first=rows.month.min(), last=rows.last_day.max(), month=rows.month.max(where=whole)
    )
    row = found.to_pyarrow().to_pylist()[0]
    if row["first"] is None:
        return None
    ends = [row["last"]]
    if row["month"] is not None:
        ends.append(month_after(row["month"]) - timedelta(days=1))
    return row["first"], max(ends)


def whose(tables: Mapping[str, ir.Table], usage: ir.Table | None = None) -> ir.Table:
    """`reported_id`, `artist_id`, `name`: as identities tie, else as the report says.

    Of all things, or of those in `usage` alone.
    """
    reported = tables["reported"]
    if usage is not None:
        reported = reported.semi_join(usage, "reported_id")
    parts = []
    if "identities" in tables:
        tied = tables["identities"].filter(
            lambda t: (t.state == "tied") & ~t.artist_id.startswith(UNLISTED)
        )
        parts.append(tied.select("reported_id", "artist_id", name=ibis.null("string")).distinct())
        reported = reported.anti_join(tied, "reported_id")
    lines = reported.filter(reported.artist.notnull()).select("reported_id", "artist").cache()
    credited = _credited(lines)
    # Where all is tied there is nothing to add, and a table in memory costs a tenth of a second.
    if len(credited) or not parts:
        named = lines.inner_join(ibis.memtable(credited), "artist")
        parts.append(named.select("reported_id", "artist_id", "name").distinct())
    return (ibis.union(*parts) if len(parts) > 1 else parts[0]).cache()


def _credited(lines: ir.Table) -> "pl.DataFrame":
    """Artists of each distinct line; a name that stands alone often enough is one artist."""
    import polars as pl

    counted = lines.group_by("artist").agg(n=lines.count()).to_pyarrow().to_pydict()
    alone = {
        spelt(line) for line, n in zip(counted["artist"], counted["n"], strict=True) if n >= OFTEN
    }
    rows = [
        (line, NAMED + spelt(credit.name), credit.name)
        for line in counted["artist"]
        for credit in credits_of(line, lambda name: spelt(name) in alone)
    ]
    text = dict.fromkeys(("artist", "artist_id", "name"), pl.String)
    return pl.DataFrame(rows, schema=text, orient="row")


def _plays(now: ir.Table, whose: ir.Table) -> "tuple[pl.DataFrame, dict[str, frozenset[str]]]":
    """Plays a month; where several reports count the same plays, the one that counts most."""
    import polars as pl

    rows = now.filter(now.quantity.notnull())
    cover = rows.group_by(*_SOURCE, "territory", "month").agg(days=rows.n_days.max())
    summed = (
        rows.inner_join(whose, "reported_id")
        .group_by("artist_id", *_SOURCE, "territory", "month")
        .agg(quantity=lambda t: t.quantity.sum())
    )
    found = pl.from_arrow(summed.to_pyarrow())
    covered = pl.from_arrow(cover.to_pyarrow())
    assert isinstance(found, pl.DataFrame)
    assert isinstance(covered, pl.DataFrame)
    days = pl.col("days") * pl.col("length").replace_strict(DAYS, default=MONTH_DAYS)
    per_source = covered.group_by(*_SOURCE, "territory").agg(days=days.clip(1.0, MONTH_DAYS).sum())
    each = found.group_by("artist_id", *_SOURCE, "territory").agg(pl.col("quantity").sum())
    each = each.join(per_source, on=[*_SOURCE, "territory"], nulls_equal=True).with_columns(
        quantity=pl.col("quantity") / pl.col("days") * MONTH_DAYS
    )
    whole = pl.col("quantity").sum().over("artist_id", *_SOURCE)
    best = each.with_columns(whole=whole).filter(
        pl.col("whole") == pl.col("whole").max().over("artist_id", "service", "measure")
    )
    # Two sources that say exactly the same count once.
    best = best.unique(["artist_id", "service", "measure", "territory"], maintain_order=True)
    by = ("artist_id", "measure", "territory")
    plays = best.group_by(by).agg(pl.col("quantity").sum()).sort(by)
    reached = covered.group_by("measure").agg(pl.col("territory").unique())
    return plays, {measure: frozenset(codes) for measure, codes in reached.iter_rows()}


def _shares(now: ir.Table, whose: ir.Table) -> "tuple[pl.DataFrame, frozenset[str]]":
    """The share of a territory's charts that is an artist's, all its charts together."""
    import polars as pl

    rows = now.filter(now.weight.notnull())
    chart = ("service", "chart", "territory")
    lists = rows.group_by(*chart).agg(whole=rows.weight.sum())
    summed = rows.inner_join(whose, "reported_id").group_by("artist_id", *chart)
    found = pl.from_arrow(summed.agg(weight=lambda t: t.weight.sum()).to_pyarrow())
    wholes = pl.from_arrow(lists.to_pyarrow())
    assert isinstance(found, pl.DataFrame)
    assert isinstance(wholes, pl.DataFrame)
    pooled = wholes.group_by("territory").agg(pl.col("whole").sum())
    each = found.group_by("artist_id", "territory").agg(pl.col("weight").sum())
    shares = each.join(pooled, on="territory").select(
        "artist_id", "territory", quantity=pl.col("weight") / pl.col("whole")
    )
    return shares.sort("artist_id", "territory"), frozenset(wholes["territory"].to_list())


def _filled(shares: "pl.DataFrame", earlier: "pl.DataFrame") -> "pl.DataFrame":
    """Who has most of each territory's charts, with what the same had three months before."""
    import polars as pl

    most = shares.sort("quantity", descending=True).unique("territory", maintain_order=True)
    covered = earlier.select("territory").unique().with_columns(had=True)
    joined = most.join(
        earlier.rename({"quantity": "before"}), on=["artist_id", "territory"], how="left"
    ).join(covered, on="territory", how="left")
    before = pl.when(pl.col("had")).then(pl.col("before").fill_null(0.0))
    return joined.select("territory", "artist_id", share="quantity", before=before).sort(
        "territory"
    )


def _nothing() -> Cells:
    shares = _no_shares()
    return Cells(_no_plays(), shares, {}, _filled(shares, shares), None, None, {}, ())


def _no_shares() -> "pl.DataFrame":
    import polars as pl

    return pl.DataFrame(
        schema={"artist_id": pl.String, "territory": pl.String, "quantity": pl.Float64}
    )


def _no_plays() -> "pl.DataFrame":
    import polars as pl

    return _no_shares().with_columns(measure=pl.lit(None, pl.String))
