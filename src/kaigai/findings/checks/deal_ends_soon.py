"""A right that ends soon without another behind it will close the recording unless renewed."""

from datetime import date, timedelta

import ibis
import ibis.expr.types as ir

from kaigai.facts import masks
from kaigai.facts.settings import Settings
from kaigai.findings.audibility import possible
from kaigai.findings.availability import solve, track_sets
from kaigai.findings.check import check
from kaigai.findings.grants import grants, touching
from kaigai.terms.territories import SANCTIONED
from kaigai.terms.text import Text


@check(
    "deal-ends-soon",
    about="recordings",
    severity="medium",
    family="heard",
    fix="rights",
    worth="lapsing",
    ja="後に続く許諾のないまま期限が近い曲は、更新しなければ海外で聴けなくなります。",
    say=Text(
        en="The rights to “{title}” end from {end_day} on ({days} days left) in {n_territories} "
        "territories: {territories}.",
        ja="「{title}」の許諾は{end_day}から{n_territories}の国・地域で終了します"
        "(残り{days}日、{territories})。",
    ),
    todo=Text(
        en="Agree the renewal now and deliver the new deal before that day.",
        ja="今のうちに更新を合意し、その日までに新しい許諾内容を納品してください。",
    ),
)
def deal_ends_soon(
    recordings: ir.Table,
    heard: ir.Table,
    tracks: ir.Table,
    deals: ir.Table,
    territory_sets: ir.Table,
    deliveries: ir.Table,
    settings: Settings,
    day: date,
) -> ir.Table:
    last = day + timedelta(days=settings.ending_days)
    granted = grants(deals, territory_sets)
    soon = granted.filter(granted.end_day.between(ibis.literal(day), ibis.literal(last)))
    # Only recordings with such a deal are solved again, for the day after the last.
    sets = track_sets(tracks, deliveries).distinct()
    near = sets.semi_join(soon, "deal_set_id").select("recording_id").distinct().cache()
    then = solve(
        {
            "tracks": tracks.semi_join(near, "recording_id"),
            "deals": deals,
            "territory_sets": territory_sets,
            "deliveries": deliveries,
        },
        day=last + timedelta(days=1),
    )
    bad = _lost(heard.semi_join(near, "recording_id"), possible(then.availability, then.answers))
    ends = touching(bad, tracks, deliveries, soon)
    first = ends.group_by("recording_id").agg(first=ends.end_day.min())
    titled = bad.inner_join(first, "recording_id").inner_join(
        recordings.select("recording_id", "title"), "recording_id"
    )
    return titled.select(
        "recording_id",
        "title",
        *(f"m{i}" for i in masks.WORDS),
        end_day=titled["first"].cast("string"),
        days=titled["first"].delta(ibis.literal(day), unit="day"),
    )


def _lost(now: ir.Table, then: ir.Table) -> ir.Table:
    """Where a use is open now and neither open nor unknown then."""
    rows = now.left_join(then, ["recording_id", "use"])
    kept = [word.fill_null(0) for word in masks.words(rows, "may")]
    lost = masks.minus(masks.words(rows, "open"), masks.either(kept, masks.literal(SANCTIONED)))
    found = rows.select("recording_id", "use", **masks.named("m", lost))
    return found.filter(masks.size(masks.words(found, "m")) > 0)
