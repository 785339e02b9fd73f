"""Home and overseas straight out of `usage`, in the form that engines answer quickest."""

from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.terms.territory_codes import EVERYWHERE

#: What plays of a thing are called for by; one subject may have several owners.
OWNER: Final = ("subject_id", "artist_id", "home_territory")


def owners(reported: ir.Table, identities: ir.Table) -> ir.Table:
    """Whose plays each subject's are, of those that are tied: the columns OWNER."""
    tied = identities.filter((identities.state == "tied") & identities.home_territory.notnull())
    named = reported.filter(reported.subject_id.notnull()).select("reported_id", "subject_id")
    return tied.inner_join(named, "reported_id").select(*OWNER).distinct()


def home_and_overseas(usage: ir.Table, owners: ir.Table, *, measure: str = "streams") -> ir.Table:
    """Plays at home and overseas by artist, year and month.

    Grouped twice: the many rows by plain numbers and a flag first (a date that is cut to its
    month, and a sum with a condition, cost half as much again), their few sums after that.
    """
    rows = usage.filter((usage.measure == measure) & (usage.territory != EVERYWHERE))
    rows = rows.select("subject_id", "territory", "day", "quantity").inner_join(
        owners.select(*OWNER), "subject_id"
    )
    first = rows.group_by(
        "artist_id",
        year=rows.day.year(),
        month=rows.day.month(),
        is_home=rows.territory == rows.home_territory,
    ).agg(quantity=rows.quantity.sum())
    return first.group_by("artist_id", "year", "month").agg(
        home=first.quantity.sum(where=first.is_home).fill_null(0.0),
        overseas=first.quantity.sum(where=~first.is_home).fill_null(0.0),
    )


def by_year_and_month(rows: ir.Table) -> ir.Table:
    """The same in one order."""
    return rows.order_by(ibis._.artist_id, ibis._.year, ibis._.month)
