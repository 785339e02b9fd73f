"""A recording that nobody may stream is not heard abroad, where nearly all listening streams."""

import ibis
import ibis.expr.types as ir

from kaigai.facts import masks
from kaigai.findings.availability import track_sets
from kaigai.findings.check import check
from kaigai.terms.text import Text


@check(
    "not-on-streaming",
    about="recordings",
    severity="high",
    family="heard",
    fix="rights",
    ja="ストリーミングの許諾がない曲は、聴取のほとんどがストリーミングである海外には届きません。",
    say=Text(
        en="“{title}” was delivered, but no deal lets anyone stream it; open for download in "
        "{n_download} territories.",
        ja="「{title}」は納品済みですが、ストリーミングの許諾がひとつもありません"
        "(ダウンロードは{n_download}の国・地域)。",
    ),
    todo=Text(
        en="Clear the streaming rights and add a streaming deal to the delivery.",
        ja="ストリーミングの権利を確認し、ストリーミングの許諾を加えて再納品してください。",
    ),
)
def not_on_streaming(
    recordings: ir.Table, heard: ir.Table, tracks: ir.Table, deliveries: ir.Table
) -> ir.Table:
    # A release withdrawn by a message without deals was taken off on purpose: it does not count.
    staying = tracks.anti_join(deliveries.filter(deliveries.withdrawn), "delivery_id")
    sets = track_sets(staying, deliveries)
    known = sets.filter(sets.deal_set_id >= 0).select("recording_id").distinct()
    rows = known.left_join(heard, "recording_id").drop("recording_id_right")
    by_download = rows.use.fill_null("") == "download"
    # What has ended or was taken down had a right: other checks speak of that.
    nothing = ~_any(rows, "open", "unknown", "early", "ended", "takedown")
    absent = by_download.ifelse(_any(rows, "open", "early"), nothing)
    opened = [word.fill_null(0) for word in masks.words(rows, "open")]
    bad = rows.filter(absent).select("recording_id", n_download=masks.size(opened))
    bad = bad.inner_join(recordings.select("recording_id", "title"), "recording_id")
    return bad.select("recording_id", "title", "n_download")


def _any(rows: ir.Table, *reasons: str) -> ir.BooleanValue:
    """Whether any territory has one of these answers."""
    total: ir.IntegerValue = ibis.literal(0)
    for reason in reasons:
        total = total + masks.size(masks.words(rows, reason)).fill_null(0)
    return total > 0
