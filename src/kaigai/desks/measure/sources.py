"""Reports of the same plays, brought to one: which is counted, and by how much others differ."""

from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.terms.territory_codes import EVERYWHERE

RANK: Final = "rank"
AMOUNT: Final = "amount"

#: What can be added up over songs and days; listeners cannot, and a quarter is no month.
COUNTED: Final = (
    "streams", "views", "downloads", "ringtones", "creations", "units", "saves",
)  # fmt: skip
LENGTHS: Final = {"day": 1, "week": 7, "month": 31}

#: What one thing is counted by, beside the source that says it.
SAME: Final = ("month", "service", "chart", "measure", "currency", "territory")
_OUTLINE: Final = (
    "month", "service", "chart", "measure", "currency", "reporter", "length", "territory",
)  # fmt: skip
NAMELESS: Final = "table"  #: a list of plays that names no reporter


def counted(usage_monthly: ir.Table) -> ir.Table:
    """Rows of one quantity each: plays, the weight of ranks, or millionths of money.

    `chart` stays for ranks alone: two charts of a service are two measures, two lists of plays
    two sources.
    """
    rows = usage_monthly.filter(usage_monthly.length.isin(list(LENGTHS)))
    is_rank = rows.measure == RANK
    plays = rows.measure.isin(COUNTED) & rows.quantity.notnull()
    told = rows.mutate(
        counted=is_rank.ifelse(rows.weight, rows.quantity),
        kept=is_rank.ifelse(rows.chart.fill_null(""), ""),
    ).filter((is_rank & (rows.territory != EVERYWHERE)) | plays)
    money = rows.filter(rows.amount_millionths.notnull() & rows.currency.notnull())
    money = money.mutate(
        counted=money.amount_millionths.cast("float64"),
        kept=ibis.literal(""),
        measure=ibis.literal(AMOUNT),
    )
    return ibis.union(
        _plain(told, currency=ibis.literal("")), _plain(money, currency=money.currency)
    )


def outlined(usage_monthly: ir.Table, *keys: str) -> ir.Table:
    """Which sources speak of which territories and months: few rows instead of very many.

    A quantity is the largest of its group, and tells no more than that there is one.
    """
    rows = usage_monthly
    return rows.group_by(*_OUTLINE, *keys).agg(
        reported_id=rows.reported_id.min(),
        quantity=rows.quantity.max(),
        weight=rows.weight.max(),
        amount_millionths=rows.amount_millionths.max(),
        best=rows.best.min(),
        n_days=rows.n_days.max(),
        first_day=rows.first_day.min(),
        last_day=rows.last_day.max(),
    )


def _plain(rows: ir.Table, *, currency: ir.StringValue) -> ir.Table:
    length = ibis.cases(*((rows.length == name, days) for name, days in LENGTHS.items()))
    of_month = (rows.month + ibis.interval(months=1)).delta(rows.month, unit="day")
    nameless = (rows.measure == RANK).ifelse("chart", NAMELESS)
    said = ibis.coalesce(rows.reporter, rows.chart.nullif(""), nameless)
    next_month = rows.last_day.truncate("M") + ibis.interval(months=1)
    ends = ibis.cases(
        (rows.length == "month", (next_month - ibis.interval(days=1)).cast("date")),
        (rows.length == "week", (rows.last_day + ibis.interval(days=6)).cast("date")),
        else_=rows.last_day,
    )
    level = ("level",) if "level" in rows.columns else ()
    return rows.select(
        *level,
        "reported_id",
        "month",
        "service",
        "territory",
        "measure",
        "best",
        "first_day",
        last_day=ends,
        chart=rows.kept,
        currency=currency,
        q=rows.counted.cast("float64"),
        days=ibis.least(rows.n_days * length, of_month).cast("int64"),
        source=said + ibis.literal(", ") + rows.length,
        is_service=_is_own(rows.reporter, rows.service),
    )


def _is_own(reporter: ir.StringValue, service: ir.StringValue) -> ir.BooleanValue:
    """Whether the service itself reports, and not a distributor."""
    plain = reporter.lower().re_replace("[^a-z0-9]", "")
    name = service.lower().re_replace("[^a-z0-9]", "")
    return (plain.contains(name) & (name != "")).fill_null(False)


def settled(rows: ir.Table, by: tuple[str, ...]) -> ir.Table:
    """One source per `by`, of rows with `q`, `days`, `source`, `is_service`.

    The service itself before a distributor, then more days, then the larger count. Added:
    `n_sources`, and `differs`: the largest difference of another source, as a share of the larger.
    """
    order = [rows.is_service.desc(), rows.days.desc(), rows.q.desc(), rows.source]
    keys = [rows[name] for name in by]
    place = ibis.row_number().over(group_by=keys, order_by=order)
    same = ibis.window(group_by=keys)
    ranked = rows.mutate(
        place=place,
        others=rows.q.count().over(same),
        least=rows.q.min().over(same),
        most=rows.q.max().over(same),
    )
    first = ranked.filter(ranked.place == 0)
    furthest = ibis.greatest(
        (first.most - first.q) / first.most.nullif(0), (first.q - first.least) / first.q.nullif(0)
    )
    return first.mutate(
        n_sources=ibis.greatest(first.others, first.n_sources)
        if "n_sources" in rows.columns
        else first.others,
        differs=ibis.greatest(furthest.fill_null(0.0), first.differs)
        if "differs" in rows.columns
        else furthest.fill_null(0.0),
    ).drop("place", "others", "least", "most")
