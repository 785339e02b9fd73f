"""A recording without an ISRC cannot be counted, paid or linked across services."""

import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.terms.text import Text


@check(
    "no-isrc",
    about="recordings",
    severity="high",
    family="linked",
    fix="metadata",
    ja="ISRCのない録音は、サービスをまたいだ集計・分配・紐づけができません。",
    say=Text(
        en="“{title}” has no ISRC.",
        ja="「{title}」にはISRCがありません。",
    ),
    todo=Text(
        en="Assign an ISRC, or find the one it has, and deliver it again with it.",
        ja="ISRCを付番(既にあれば確認)し、記入して再納品してください。",
    ),
)
def no_isrc(recordings: ir.Table) -> ir.Table:
    missing = recordings.isrc_given.fill_null("").strip() == ""
    return recordings.filter(missing).select("recording_id", "title")
