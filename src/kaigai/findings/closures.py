"""What is closed abroad without a reason in time, and which videos a platform blocks where."""

from datetime import date, timedelta

import ibis
import ibis.expr.types as ir

from kaigai.facts import masks
from kaigai.terms.territories import SANCTIONED


def shut(heard: ir.Table, home: str) -> list[ir.IntegerValue]:
    """Territories abroad where a recording is closed and no deal ever opened it, or all that did
    were taken down.

    Those where a deal is still to start or has ended are left to the checks about days.
    Sanctioned territories are not counted.
    """
    timed = masks.either(masks.words(heard, "early"), masks.words(heard, "ended"))
    left_out = masks.either(timed, masks.literal({*SANCTIONED, home}))
    return masks.minus(masks.words(heard, "closed"), left_out)


def shut_of_open(heard: ir.Table, home: str) -> ir.Table:
    """Recordings that are open at home: `recording_id`, `use`, `n_open`, `n_shut`, `m0`…`m3`."""
    opened = masks.words(heard, "open")
    away = shut(heard, home)
    return heard.filter(masks.holds(opened, home)).select(
        "recording_id",
        "use",
        n_open=masks.size(opened),
        n_shut=masks.size(away),
        **masks.named("m", away),
    )


def blocked(placed_videos: ir.Table, territory_sets: ir.Table, home: str) -> ir.Table:
    """Official videos that are open at home and blocked by the platform somewhere.

    `video_id`, `title`, `n_blocked` and `b0`…`b3`, sanctioned territories included. A video
    without a list of territories is blocked nowhere.
    """
    official = placed_videos.filter(placed_videos.is_official.fill_null(False))
    rows = official.inner_join(territory_sets.drop("n", "given"), "territory_set_id")
    allowed = masks.words(rows, "m")
    away = masks.minus(masks.everywhere(), allowed)
    listed = rows.filter(masks.holds(allowed, home)).select(
        "video_id", "title", n_blocked=masks.size(away), **masks.named("b", away)
    )
    return listed.filter(listed.n_blocked > 0)


def aged(
    recordings: ir.Table, tracks: ir.Table | None, releases: ir.Table | None, *, before: date
) -> ir.Table:
    """Recordings whose first day is known: `recording_id`, `party_id`, `is_old`.

    Old are those first released before that day. Where a recording gives no day of its own,
    the earliest release that holds it does.
    """
    dated = recordings.select("recording_id", "party_id", "first_day")
    if tracks is not None and releases is not None:
        held = tracks.inner_join(releases, "release_id")
        days = held.group_by("recording_id").agg(
            held_day=ibis.coalesce(held.original_day, held.release_day).min()
        )
        joined = dated.left_join(days, "recording_id")
        dated = joined.select(
            "recording_id", "party_id", first_day=joined.first_day.fill_null(joined.held_day)
        )
    known = dated.filter(dated.first_day.notnull())
    return known.select("recording_id", "party_id", is_old=known.first_day < ibis.literal(before))


def days_before(day: date, days: int) -> date:
    """The day that many days earlier; the first day there is, when that is too long ago."""
    return day - timedelta(days=min(days, day.toordinal() - 1))
