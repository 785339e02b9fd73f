"""YouTube's views until and from 24 August 2026: two measures, which are never taken together."""

from datetime import date
from typing import Final

import ibis
import ibis.expr.types as ir

CHANGED: Final = date(2026, 8, 24)  #: from here on a view is a playback that starts
_MIXED: Final = date(2026, 8, 1)  #: the month that has both, and cannot be parted
_AFTER: Final = date(2026, 9, 1)
_YEAR_BEFORE: Final = date(2025, 8, 1)  #: a longer period that begins later may reach the change


def of_kind(usage_monthly: ir.Table, *, started: bool) -> ir.Table:
    """All rows but YouTube's views of the other kind, and of periods that have both.

    started  views are playbacks that started; else they are what was counted before
    """
    rows = usage_monthly
    first = (
        (rows.length == "longer")
        .fill_null(False)
        .ifelse(ibis.literal(_YEAR_BEFORE), ibis.literal(_MIXED))
    )
    of_it = rows.month >= ibis.literal(_AFTER) if started else rows.month < first
    return rows.filter(~is_view(rows) | of_it)


def has_started(usage_monthly: ir.Table) -> ir.BooleanColumn:
    """Whether rows are views of the new kind."""
    return is_view(usage_monthly) & (usage_monthly.month >= ibis.literal(_AFTER))


def is_view(usage_monthly: ir.Table) -> ir.BooleanColumn:
    """Whether rows are YouTube's views."""
    rows = usage_monthly
    return ((rows.service == "YouTube") & (rows.measure == "views")).fill_null(False)
