"""A deal that ended and was not renewed silently takes a recording away from its listeners."""

from datetime import date

import ibis
import ibis.expr.types as ir

from kaigai.facts import masks
from kaigai.findings.check import check
from kaigai.findings.grants import grants, touching
from kaigai.terms.territories import SANCTIONED
from kaigai.terms.text import Text


@check(
    "deal-ended",
    about="recordings",
    severity="high",
    family="heard",
    fix="rights",
    worth="closed",
    ja="許諾が終了したまま更新されていない曲は、気づかれないうちに海外で聴けなくなります。",
    say=Text(
        en="The deal for “{title}” ended on {end_day}; nothing opens it now in {n_territories} "
        "territories: {territories}.",
        ja="「{title}」の許諾は{end_day}に終了し、現在{n_territories}の国・地域で聴けません"
        "({territories})。",
    ),
    todo=Text(
        en="Renew the deal, or deliver one with a later end or none.",
        ja="許諾を更新し、終了日を延ばすか外した内容で再納品してください。",
    ),
)
def deal_ended(
    recordings: ir.Table,
    heard: ir.Table,
    tracks: ir.Table,
    deals: ir.Table,
    territory_sets: ir.Table,
    deliveries: ir.Table,
    day: date,
) -> ir.Table:
    over = masks.minus(masks.words(heard, "ended"), masks.literal(SANCTIONED))
    bad = heard.select("recording_id", "use", **masks.named("m", over))
    bad = bad.filter(masks.size(masks.words(bad, "m")) > 0)
    ends = touching(bad, tracks, deliveries, grants(deals, territory_sets))
    ends = ends.filter(ends.end_day < ibis.literal(day))
    last = ends.group_by("recording_id").agg(end_day=ends.end_day.max().cast("string"))
    titled = bad.inner_join(last, "recording_id").inner_join(
        recordings.select("recording_id", "title"), "recording_id"
    )
    return titled.select("recording_id", "title", "end_day", "m0", "m1", "m2", "m3")
