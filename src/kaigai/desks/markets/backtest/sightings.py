"""What charts say of artists: who was seen where and when, and whose home is evident."""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from kaigai.desks.markets.panel import RANK_EXPONENT
from kaigai.identity.evidence import is_native
from kaigai.terms.territories import ISO
from kaigai.terms.text import Text

HOMES = ("JP", "KR")
NATIVE_TITLES = 0.05  #: the share of its titles in the letters of its home, at least


def ranked(usage: ir.Table) -> ir.Table:
    """Ranks in single territories of things whose artist is known, with its `artist_id`.

    Rows that have none (see `by_artist`) go by the line of the chart, or by the channel.
    """
    if "artist_id" not in usage.columns:
        usage = usage.filter(usage.artist.notnull()).mutate(artist_id=usage.artist.strip())
    return usage.filter(
        usage.measure == "rank",
        usage.territory.isin(ISO),
        usage.artist_id.notnull(),
        usage.quantity >= 1,
    )


def sighted(usage: ir.Table, service: str) -> ir.Table:
    """Who was seen on a service: `artist_id`, `territory`, `day`, `weight`.

    In rows of `by_artist` each artist of a thing is seen; without it `A & B` is another than `A`.
    """
    rows = ranked(usage).filter(lambda t: t.service == service)
    weighed = rows.mutate(weight=rows.quantity ** ibis.literal(RANK_EXPONENT))
    # In order, so that numbers are added up in the same order every time.
    return (
        weighed.group_by("artist_id", "territory", "day")
        .agg(weight=weighed.weight.sum())
        .order_by("artist_id", "territory", "day")
    )


def homes(usage: ir.Table) -> ir.Table:
    """Artists whose home is evident, Japan or Korea: `artist_id`, `home`.

    They chart at home, and at least one title in twenty is in its letters.
    """
    rows = ranked(usage)
    titles = rows.select("artist_id", "title", "artist", "territory").distinct()
    text = titles.title.fill_null("") + " " + titles.artist.fill_null("")
    found = [_evident(titles, text, home) for home in HOMES]
    every = ibis.union(*found)
    return every.group_by("artist_id").agg(
        home=every.home.argmax(every.share), homes=every.home.nunique()
    )


def _evident(titles: ir.Table, text: ir.StringValue, home: str) -> ir.Table:
    lettered = titles.mutate(
        native=is_native(text, ibis.literal(home)).cast("float64"),
        at_home=titles.territory == home,
    )
    each = lettered.group_by("artist_id").agg(
        share=lettered.native.mean(), at_home=lettered.at_home.any()
    )
    return each.filter(each.at_home & (each.share >= NATIVE_TITLES)).select(
        "artist_id", "share", home=ibis.literal(home)
    )


def services(usage: ir.Table) -> ir.Table:
    """The services whose charts were read: `service`, `first`, `last` day, `days`,
    `territories`, `rows`."""
    rows = ranked(usage)
    return (
        rows.group_by("service")
        .agg(
            first=rows.day.min(),
            last=rows.day.max(),
            days=rows.day.nunique(),
            territories=rows.territory.nunique(),
            rows=rows.count(),
        )
        .order_by("service")
    )


def no_service(unknown: Sequence[str], known: Sequence[str]) -> Text:
    """That no chart of some services was read, and of which there are."""
    given, there = ", ".join(unknown), ", ".join(known)
    return Text(
        en=f"no chart of {given} was read; there are: {there}",
        ja=f"{given} のチャートは読み込まれていません。あるのは {there} です",
    )
