"""A release delivered without some of its tracks keeps those songs from everybody abroad."""

import ibis
import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.terms.text import Text

DELIVERED = 3  #: the standing of a delivery message


@check(
    "missing-tracks",
    about="releases",
    severity="high",
    family="whole",
    fix="deliver",
    ja="曲が欠けたまま納品された作品では、欠けた曲は海外で一切聴けません。",
    say=Text(
        en="“{title}” should have {expected} tracks; {delivered} were delivered.",
        ja="「{title}」は全{expected}曲のはずですが、納品されたのは{delivered}曲です。",
    ),
    todo=Text(
        en="Find the missing tracks and deliver the release whole.",
        ja="欠けている曲を確認し、全曲そろえて再納品してください。",
    ),
)
def missing_tracks(
    releases: ir.Table, tracks: ir.Table, all_releases: ir.Table, deliveries: ir.Table
) -> ir.Table:
    standing = deliveries.select("delivery_id", "standing")
    placed = tracks.inner_join(standing, "delivery_id").filter(tracks.position.notnull())
    places = placed.select("release_id", "delivery_id", "standing", "disc", "position").distinct()
    delivered = _with_gaps(places.filter(places.standing == DELIVERED))
    listed = _listed(all_releases, places.filter(places.standing != DELIVERED))
    rows = delivered.left_join(listed, "release_id").drop("release_id_right")
    expected = ibis.greatest(rows.listed.fill_null(0), rows.n + rows.gap)
    short = rows.mutate(expected=expected).filter(lambda t: t.expected > t.n)
    worst = short.group_by("release_id").agg(
        expected=short.expected.max(), delivered=short.n.min()
    )
    titled = worst.inner_join(releases.select("release_id", "title"), "release_id")
    return titled.select("release_id", "title", "expected", "delivered")


def _listed(all_releases: ir.Table, places: ir.Table) -> ir.Table:
    """How many tracks the label's own list gives a release, by its count or by its rows."""
    own = all_releases.filter(~all_releases.is_delivered.fill_null(False))
    counted = own.select("release_id", listed="track_count")
    rows = places.group_by("release_id", "delivery_id").agg(listed=places.count())
    both = ibis.union(counted, rows.select("release_id", "listed"))
    return both.group_by("release_id").agg(listed=both.listed.max())


def _with_gaps(places: ir.Table) -> ir.Table:
    """Per release and delivery: `n` tracks, and the `gap` of positions that are skipped.

    Positions count from one on each disc, or on from the disc before.
    """
    places = places.mutate(disc=places.disc.fill_null(1))
    discs = places.group_by("release_id", "delivery_id", "disc").agg(
        n=places.count(), low=places.position.min(), high=places.position.max()
    )
    before = discs.high.lag().over(
        group_by=[discs.release_id, discs.delivery_id], order_by=discs.disc
    )
    discs = discs.mutate(before=before)
    goes_on = (discs.low == discs.before + 1).fill_null(False)
    start = goes_on.ifelse(0, ibis.greatest(discs.low - 1, 0))
    discs = discs.mutate(gap=discs.high - discs.low + 1 - discs.n + start)
    return discs.group_by("release_id", "delivery_id").agg(n=discs.n.sum(), gap=discs.gap.sum())
