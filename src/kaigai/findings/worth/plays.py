"""What a recording or video is played in a year, in each territory, as the reports say."""

from datetime import date
from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.terms.periods import months_before
from kaigai.terms.territory_codes import EVERYWHERE

#: What counts for each kind of subject; a video's views are not its recording's streams.
MEASURES: Final = {"recording": "streams", "video": "views"}
MONTHS: Final = 12
SUBJECT: Final = ("subject_kind", "subject_id")


def yearly(usage_monthly: ir.Table, identities: ir.Table, day: date) -> ir.Table:
    """Plays a year of each subject: the twelve whole months before `day`, or as many as there are.

    Gives `subject_kind` (recording, video), `subject_id`, `measure`, `territory`, `plays` (a
    year's), `low` and `high` (its least and its best month, each times twelve) and `months`.
    A subject that is younger than a year is scaled up from the months it has. Two reports of
    the same plays are not added up: the one that says more counts.
    """
    rows = _counted(usage_monthly, identities, day)
    of_month = rows.group_by(*SUBJECT, "measure", "territory", "service", "month").agg(
        quantity=rows.quantity.max()
    )
    monthly = of_month.group_by(*SUBJECT, "measure", "territory", "month").agg(
        quantity=of_month.quantity.sum()
    )
    months = monthly.group_by(*SUBJECT, "measure").agg(months=monthly.month.nunique())
    places = monthly.group_by(*SUBJECT, "measure", "territory").agg(
        total=monthly.quantity.sum(),
        reported=monthly.month.nunique(),
        least=monthly.quantity.min(),
        most=monthly.quantity.max(),
    )
    joined = places.inner_join(months, [*SUBJECT, "measure"])
    # A month in which a territory is missing counted nothing there.
    least = (joined.reported < joined.months).ifelse(0.0, joined.least)
    return joined.select(
        *SUBJECT,
        "measure",
        "territory",
        plays=joined.total * MONTHS / joined.months,
        low=least * MONTHS,
        high=joined.most * MONTHS,
        months="months",
    )


def _counted(usage_monthly: ir.Table, identities: ir.Table, day: date) -> ir.Table:
    """Plays of a month by everybody who reports them, of the subject that they are tied to."""
    first, last = months_before(day, MONTHS)
    told = usage_monthly.filter(
        usage_monthly.measure.isin(list(MEASURES.values()))
        & (usage_monthly.quantity > 0)
        & (usage_monthly.territory != EVERYWHERE)
        & (usage_monthly.length != "longer")
        & usage_monthly.month.between(ibis.literal(first), ibis.literal(last))
    )
    keys = ["reported_id", "measure", "territory", "service", "month", "reporter", "chart"]
    summed = told.group_by(*keys, "length").agg(quantity=told.quantity.sum())
    joined = summed.inner_join(_tied(identities), ["reported_id", "measure"])
    same = [*SUBJECT, "measure", "territory", "service", "month", "reporter", "chart", "length"]
    return joined.group_by(*same).agg(quantity=joined.quantity.sum())


def _tied(identities: ir.Table) -> ir.Table:
    """The recording or the video that a reported thing certainly is."""
    sure = identities.filter(identities.state == "tied")
    parts = [
        sure.select(
            "reported_id",
            subject_kind=ibis.literal(kind),
            subject_id=sure[f"{kind}_id"],
            measure=ibis.literal(measure),
        ).filter(lambda t: t.subject_id.notnull())
        for kind, measure in MEASURES.items()
    ]
    return ibis.union(*parts).distinct()
