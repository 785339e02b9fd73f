"""A later start abroad lets the first days of attention pass, and piracy fills the gap."""

import ibis.expr.types as ir

from kaigai.facts import masks
from kaigai.facts.settings import Settings
from kaigai.findings.check import check
from kaigai.findings.grants import bundles, grants, latenesses
from kaigai.terms.territories import SANCTIONED
from kaigai.terms.text import Text


@check(
    "released-later-abroad",
    about="recordings",
    severity="medium",
    family="heard",
    fix="rights",
    ja="海外の配信開始が本国より遅い曲は、話題になる最初の数日を逃し、海賊版に先を越されます。",
    say=Text(
        en="“{title}” starts at home on {home_day}, and {days} or more days later "
        "(from {first_abroad}) in {n_territories} territories: {territories}.",
        ja="「{title}」の配信開始は本国が{home_day}、{n_territories}の国・地域では{days}日以上"
        "遅い{first_abroad}からです({territories})。",
    ),
    todo=Text(
        en="Give every territory the same start day; for what is out already, do so from the "
        "next release on.",
        ja="全地域の配信開始日をそろえてください。配信済みの曲は、次の作品から改めましょう。",
    ),
)
def released_later_abroad(
    recordings: ir.Table,
    heard: ir.Table,
    tracks: ir.Table,
    deals: ir.Table,
    territory_sets: ir.Table,
    deliveries: ir.Table,
    settings: Settings,
) -> ir.Table:
    holders, members = bundles(tracks, deliveries)
    granted = grants(deals, territory_sets)
    late = latenesses(granted, members, settings.home, settings.late_days)
    rows = holders.inner_join(late, "bundle").inner_join(heard, "recording_id")
    # Where it is neither open nor coming, being late is not what is wrong.
    alive = masks.either(masks.words(rows, "open"), masks.words(rows, "early"))
    mask = masks.both(masks.words(rows, "m"), alive)
    mask = masks.minus(mask, masks.literal(SANCTIONED))
    coming = masks.size(masks.both(mask, masks.words(rows, "early"))) > 0
    bad = rows.select(
        "recording_id",
        severity=coming.ifelse("medium", "low"),
        home_day=rows.home_day.cast("string"),
        first_abroad=rows.first_abroad.cast("string"),
        days=rows.first_abroad.delta(rows.home_day, unit="day"),
        **masks.named("m", mask),
    )
    bad = bad.filter(masks.size(masks.words(bad, "m")) > 0)
    titled = bad.inner_join(recordings.select("recording_id", "title"), "recording_id")
    return titled.select(*bad.columns, "title")
