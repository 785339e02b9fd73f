"""An ISRC that no service can read counts as none: plays and payments go astray."""

import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.terms.text import Text


@check(
    "malformed-isrc",
    about="recordings",
    severity="high",
    family="linked",
    fix="metadata",
    ja="形式の誤ったISRCは、ないのと同じです。再生数や分配が正しく届きません。",
    say=Text(
        en="“{title}” carries “{isrc_given}”, which is not a valid ISRC.",
        ja="「{title}」の「{isrc_given}」はISRCの形式ではありません。",
    ),
    todo=Text(
        en="Correct it: two letters, three letters or digits, seven digits (JPAB12300001).",
        ja="英字2桁+英数字3桁+数字7桁(例: JPAB12300001)に直して再納品してください。",
    ),
)
def malformed_isrc(recordings: ir.Table) -> ir.Table:
    given = recordings.isrc_given.fill_null("").strip() != ""
    bad = recordings.filter(given & recordings.isrc.isnull())
    return bad.select("recording_id", "title", "isrc_given")
