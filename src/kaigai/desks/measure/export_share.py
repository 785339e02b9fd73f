"""Home and overseas of each artist and month, with what the sources cover."""

from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.desks.measure.sources import RANK, counted, outlined
from kaigai.facts import masks
from kaigai.facts.table import TABLES
from kaigai.terms.territory_codes import EVERYWHERE

COLUMNS: Final = tuple(TABLES["export_share"].columns)
SERIES: Final = ("service", "chart", "measure", "currency")


def export_share(reach: ir.Table, usage_monthly: ir.Table) -> ir.Table:
    """The table `export_share`.

    Home is unknown where no source covers the home territory that month. Where reports have the
    home territory and the world alone, overseas is what is left of the world; what is known of the
    world and lies in no territory stands in `unplaced`.
    """
    rows = _split(reach)
    covered = coverage(usage_monthly).cache()  # asked twice, and the reports are large
    months = covered.group_by("month", *SERIES).agg(n_days=covered.days.max())
    rows = rows.left_join(months, ["month", *SERIES])
    rows = rows.drop("month_right", *(f"{name}_right" for name in SERIES))
    at_home = covered.select(
        "month", *SERIES, home_territory="territory", is_covered=ibis.literal(True)
    )
    keys = ["month", *SERIES, "home_territory"]
    rows = rows.left_join(at_home, keys).drop(*(f"{name}_right" for name in keys))
    return _described(rows)


def coverage(usage_monthly: ir.Table) -> ir.Table:
    """How many days of a month each series has for each territory: `days`."""
    rows = counted(outlined(usage_monthly))
    return rows.group_by("month", *SERIES, "territory").agg(days=rows.days.max())


def _split(reach: ir.Table) -> ir.Table:
    reach = reach.left_join(masks.of_each(), "territory").drop("territory_right")
    home = reach.territory == reach.home_territory
    world = reach.territory == EVERYWHERE
    abroad = ~home & ~world
    heard = masks.union_of(masks.words(reach, "m"), "abroad", abroad & (reach.quantity > 0))
    return reach.group_by("artist_id", "home_territory", "month", *SERIES).agg(
        **heard,
        at_home=reach.quantity.sum(where=home),
        home_share=reach.part.sum(where=home),
        away=reach.quantity.sum(where=abroad),
        away_share=reach.part.sum(where=abroad),
        world=reach.quantity.sum(where=world),
        first_day=reach.first_day.min(),
        last_day=reach.last_day.max(),
        source=(reach.source.nunique() == 1).ifelse(reach.source.min(), "several"),
        n_sources=reach.n_sources.max(),
        differs=reach.differs.max(),
    )


def _described(rows: ir.Table) -> ir.Table:
    known = rows.is_covered.fill_null(False)
    home = known.ifelse(rows.at_home.fill_null(0.0), ibis.null("float64"))
    left = (rows.world - rows.at_home.fill_null(0.0)).fill_null(0.0)
    world_only = rows.away.isnull() & rows.world.notnull() & (rows.measure != RANK)
    overseas = ibis.cases(
        (world_only & rows.at_home.notnull(), ibis.greatest(left, 0.0)),
        (world_only, ibis.null("float64")),
        else_=rows.away.fill_null(0.0),
    )
    unplaced = ibis.greatest(left - rows.away.fill_null(0.0), 0.0)
    unplaced = (world_only & rows.at_home.notnull()).ifelse(0.0, unplaced)
    parts = {
        "home_part": known.ifelse(rows.home_share.fill_null(0.0), ibis.null("float64")),
        "overseas_part": rows.away.isnull().ifelse(overseas, rows.away_share.fill_null(0.0)),
    }
    of_month = (rows.month + ibis.interval(months=1)).delta(rows.month, unit="day")
    return rows.mutate(
        n_territories=masks.size(masks.words(rows, "abroad")),
        home=home,
        overseas=overseas,
        unplaced=unplaced.fill_null(0.0),
        month_days=of_month.cast("int64"),
        **parts,
    ).select(*COLUMNS)
