"""The grants behind an answer: which deals let people listen, and on which days they count."""

import ibis
import ibis.expr.types as ir

from kaigai.facts import masks
from kaigai.findings.availability import ANY, track_sets

#: Uses by which a recording is heard, and a deal that names none.
HEARD_BY = ("stream", "download", ANY)


def grants(deals: ir.Table, territory_sets: ir.Table) -> ir.Table:
    """Deals that let people listen: `deal_set_id`, `use`, `start_day`, `end_day`, `m0`…`m3`."""
    kept = deals.filter(
        ~(deals.takedown | deals.is_preorder | deals.is_elsewhere) & deals.use.isin(HEARD_BY)
    )
    rows = kept.inner_join(territory_sets.drop("n", "given"), "territory_set_id")
    mask = [f"m{i}" for i in masks.WORDS]
    return rows.select("deal_set_id", "use", "start_day", "end_day", *mask)


def touching(
    found: ir.Table,
    tracks: ir.Table,
    deliveries: ir.Table,
    granted: ir.Table,
) -> ir.Table:
    """One row per found recording and grant of its use that shares a territory with its mask.

    `found` has `recording_id`, `use` and `m0`…`m3`; the rows have `recording_id`, `start_day`
    and `end_day`.
    """
    sets = track_sets(tracks, deliveries).distinct().semi_join(found, "recording_id")
    held = found.inner_join(sets, "recording_id").select(
        "recording_id", "deal_set_id", own="use", **masks.named("own", masks.words(found, "m"))
    )
    rows = held.inner_join(granted, "deal_set_id")
    shared = masks.both(masks.words(rows, "own"), masks.words(rows, "m"))
    fits = (rows.use == ANY) | (rows.use == rows.own)
    return rows.filter(fits & (masks.size(shared) > 0)).select(
        "recording_id", "start_day", "end_day"
    )


def bundles(tracks: ir.Table, deliveries: ir.Table) -> tuple[ir.Table, ir.Table]:
    """Recordings brought to their bundle of deal sets, so that each bundle is solved once.

    Returns (`recording_id`, `bundle`) and (`bundle`, `deal_set_id`). Recordings with one set
    share that set's bundle; one with several is a bundle of its own.
    """
    sets = track_sets(tracks, deliveries).distinct()
    counted = sets.group_by("recording_id").agg(n=sets.count(), only=sets.deal_set_id.min())
    holders = counted.select(
        "recording_id",
        bundle=(counted.n == 1).ifelse(counted.only.cast("string"), counted.recording_id),
    )
    members = sets.inner_join(holders, "recording_id").select("bundle", "deal_set_id").distinct()
    return holders, members


def latenesses(granted: ir.Table, members: ir.Table, home: str, late_days: int) -> ir.Table:
    """Bundles that start later somewhere than at home.

    `bundle`, `home_day`, `first_abroad` (the earliest start of a late territory) and
    `m0`…`m3`, the late territories. Streams decide; downloads only where nothing streams.
    A bundle whose first day at home is not stated is left out.
    """
    rows = _deciding(members.inner_join(granted, "deal_set_id"))
    at_home = rows.filter(masks.holds(masks.words(rows, "m"), home))
    first = at_home.group_by("bundle").agg(
        home_day=at_home.start_day.min(), undated=at_home.start_day.isnull().sum()
    )
    rows = rows.inner_join(first.filter(first.undated == 0).drop("undated"), "bundle")
    after = (rows.start_day.delta(rows.home_day, unit="day") >= late_days).fill_null(False)
    rows = rows.mutate(is_late=after)
    mask = masks.words(rows, "m")
    sums = rows.group_by("bundle").agg(
        **masks.union_of(mask, "late", rows.is_late),
        **masks.union_of(mask, "prompt", ~rows.is_late),
    )
    late = masks.minus(masks.words(sums, "late"), masks.words(sums, "prompt"))
    only = sums.select("bundle", **masks.named("late", late))
    only = only.filter(masks.size(masks.words(only, "late")) > 0)
    return _first_abroad(rows.filter(rows.is_late), only)


def _deciding(rows: ir.Table) -> ir.Table:
    """Grants of streams, and of downloads where a bundle has no other."""
    streams = rows.filter(rows.use != "download").select("bundle").distinct()
    others = rows.anti_join(streams, "bundle")
    return ibis.union(rows.filter(rows.use != "download"), others)


def _first_abroad(starts: ir.Table, late: ir.Table) -> ir.Table:
    joined = starts.inner_join(late, "bundle")
    masked = masks.both(masks.words(joined, "m"), masks.words(joined, "late"))
    reached = joined.filter(masks.size(masked) > 0)
    return (
        reached.group_by("bundle", "home_day", *(f"late{i}" for i in masks.WORDS))
        .agg(first_abroad=reached.start_day.min())
        .rename({f"m{i}": f"late{i}" for i in masks.WORDS})
    )
