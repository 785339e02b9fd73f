"""How often a video or its recording is played in each territory."""

from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.terms.territory_codes import EVERYWHERE

MEASURES: Final = ("streams", "views")


def plays_of_videos(usage: ir.Table, videos: ir.Table) -> ir.Table:
    """Plays of each video (`video_id`, `territory`, `plays`), of its recording's as well.

    Reports of the same plays, by day and by month or by two reporters, are not added up: the
    larger counts.
    """
    counted = usage.filter(
        usage.measure.isin(MEASURES) & (usage.quantity > 0) & (usage.territory != EVERYWHERE)
    )
    same = ["subject_kind", "subject_id", "service", "territory", "measure"]
    reports = counted.group_by(*same, "reporter", "chart", "days").agg(
        plays=counted.quantity.sum()
    )
    each = reports.group_by(*same).agg(plays=reports.plays.max())
    own = each.filter(each.subject_kind == "video").mutate(video_id=lambda t: t.subject_id)
    links = videos.select("video_id", "recording_id")
    sung = each.filter(each.subject_kind == "recording").inner_join(
        links, each.subject_id == links.recording_id
    )
    columns = ["video_id", "territory", "plays"]
    rows = ibis.union(own.select(*columns), sung.select(*columns))
    total = rows.group_by("video_id", "territory")
    return total.agg(plays=rows.plays.sum())
