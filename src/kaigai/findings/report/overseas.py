"""What the desks say that the report shows: shares abroad, and where demand is latent."""

from datetime import date
from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.facts.engine import Engine
from kaigai.findings.report.reported import Latent, Overseas, Shared
from kaigai.terms.periods import months_before

PLAYS: Final = ("streams", "views")
MONTHS: Final = 12
ARTISTS: Final = 30
NEXT: Final = 3  #: markets named for each artist


def overseas(engine: Engine, day: date) -> Overseas | None:
    """Plays at home and abroad of the last twelve whole months, and the markets to go to next.

    Reads `export_share` and `demand`, which the desks keep; None where neither is there.
    """
    shares = _shares(engine["export_share"], engine, day) if "export_share" in engine else ()
    latent = _latent(engine["demand"]) if "demand" in engine else ()
    if not shares and not latent:
        return None
    first, last = months_before(day, MONTHS)
    return Overseas(shares, first, last, latent, _next(engine) if latent else {})


def _shares(rows: ir.Table, engine: Engine, day: date) -> tuple[Shared, ...]:
    first, last = months_before(day, MONTHS)
    months = rows.filter(
        rows.measure.isin(PLAYS) & rows.month.between(ibis.literal(first), ibis.literal(last))
    )
    counted = months.group_by("artist_id").agg(
        home=months.home.sum(),
        overseas=months.overseas.sum(),
        territories=months.n_territories.max(),
        services=months.service.nunique(),
        months=months.month.nunique(),
        days=months.n_days.sum(),
        month_days=months.month_days.sum(),
    )
    largest = counted.order_by(
        (counted.home.fill_null(0) + counted.overseas.fill_null(0)).desc(), "artist_id"
    ).limit(ARTISTS)
    named = largest.left_join(_names(engine), "artist_id").drop("artist_id_right")
    listed = [Shared(**row) for row in named.to_pyarrow().to_pylist()]
    return tuple(sorted(listed, key=lambda each: (-each.total, each.artist_id)))


def _names(engine: Engine) -> ir.Table:
    known = engine["artists"] if "artists" in engine else engine.empty("artists")
    return known.select("artist_id", name="artist", latin="artist_latin").distinct(on="artist_id")


def _latent(demand: ir.Table) -> tuple[Latent, ...]:
    """Territories by what is latent there for all artists together, in the commonest unit."""
    rows = demand.filter(demand.is_recommended & demand.latent.notnull())
    units = rows.group_by("unit").agg(n=rows.count()).order_by(ibis.desc("n"), "unit").limit(1)
    chosen = rows.semi_join(units, "unit")
    counted = chosen.group_by("territory", "unit").agg(
        latent=chosen.latent.sum(),
        low=chosen.latent_low.sum(),
        high=chosen.latent_high.sum(),
        artists=chosen.artist_id.nunique(),
    )
    ordered = counted.order_by(ibis.desc("latent"), "territory")
    return tuple(Latent(**row) for row in ordered.to_pyarrow().to_pylist())


def _next(engine: Engine) -> dict[str, tuple[str, ...]]:
    """The first recommended markets of each artist."""
    demand = engine["demand"]
    rows = demand.filter(demand.is_recommended)
    place = ibis.row_number().over(group_by="artist_id", order_by=[rows["rank"], rows.territory])
    first = rows.mutate(place=place).filter(lambda t: t.place < NEXT)
    found: dict[str, tuple[str, ...]] = {}
    for row in first.order_by("artist_id", "place").to_pyarrow().to_pylist():
        found[row["artist_id"]] = (*found.get(row["artist_id"], ()), row["territory"])
    return found
