"""Shares by territory: where what is heard abroad is heard."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import ibis
import ibis.expr.types as ir

from kaigai.desks.measure import words
from kaigai.desks.measure.share_query import SERIES, Wanted, narrowed
from kaigai.terms.section import Section
from kaigai.terms.territory_codes import EVERYWHERE
from kaigai.terms.text import Text

COLUMNS: Final = (
    "territory", *SERIES, "quantity", "share", "is_home", "n_artists", "months", "first_day",
    "last_day",
)  # fmt: skip


def by_territory(tables: Mapping[str, ir.Table], wanted: Wanted) -> ir.Table:
    """Each territory and series with its share of all that lies in a territory.

    tables  reach; chosen, the artists asked for
    """
    rows = narrowed(tables["reach"], wanted, tables.get("chosen"))
    rows = rows.filter(rows.territory != EVERYWHERE)
    amount = rows.quantity if len(wanted.artists) == 1 else rows.part
    rows = rows.mutate(amount=amount, at_home=rows.territory == rows.home_territory)
    each = rows.group_by("territory", *SERIES).agg(
        quantity=rows.amount.sum(),
        is_home=rows.at_home.all(),
        n_artists=rows.artist_id.nunique(),
        months=rows.month.nunique(),
        first_day=rows.first_day.min(),
        last_day=rows.last_day.max(),
    )
    whole = each.quantity.sum().over(ibis.window(group_by=[each[name] for name in SERIES]))
    told = each.mutate(share=each.quantity / whole).select(*COLUMNS)
    return told.order_by(told.measure, *SERIES[:2], ibis.desc(told.quantity), told.territory)


def territory_section(rows: Sequence[dict[str, Any]], limit: int) -> Section:
    """The first territories of each series."""
    shown: list[tuple[object, ...]] = []
    counts: dict[tuple[object, ...], int] = {}
    for row in rows:
        key = tuple(row[name] for name in SERIES)
        counts[key] = counts.get(key, 0) + 1
        if counts[key] <= limit:
            shown.append(_cells(row))
    left = len(rows) - len(shown)
    note = Text(
        f"… and {left:,} more; --limit shows more.", f"… ほか{left:,}行。--limit で増やせます。"
    )
    return Section(
        Text("By territory", "国・地域別"),
        (
            Text("territory", "国・地域"),
            Text("counted", "集計対象"),
            Text("quantity", "数"),
            Text("share", "割合"),
            Text("artists", "アーティスト数"),
            Text("months", "月数"),
            Text("first day", "最初の日"),
        ),
        tuple(shown),
        right=(2, 3, 4, 5),
        note=note if left else (None if shown else NOTHING),
    )


def _cells(row: dict[str, Any]) -> tuple[object, ...]:
    place = words.territory(row["territory"])
    name = Text(f"{place.en} (home)", f"{place.ja}(本国)") if row["is_home"] else place
    measure = words.MEASURES.get(row["measure"], Text(row["measure"], row["measure"]))
    money = f" {row['currency']}" if row["currency"] else ""
    chart = f" {row['chart']}" if row["chart"] else ""
    return (
        name,
        Text(
            f"{row['service']}{chart} {measure.en}{money}",
            f"{row['service']}{chart} {measure.ja}{money}",
        ),
        words.amount(row["quantity"], row["measure"]),
        f"{row['share'] * 100:.1f} %",
        row["n_artists"],
        row["months"],
        row["first_day"],
    )


NOTHING = Text("Nothing in any territory.", "国・地域別の数値がありません。")
