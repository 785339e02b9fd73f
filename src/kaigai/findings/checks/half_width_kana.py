"""Half-width kana are other characters to a search, and many services show them broken."""

import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.identity.letters import has_half_width_kana
from kaigai.terms.text import Text


@check(
    "half-width-kana",
    about="recordings",
    severity="low",
    family="found",
    fix="metadata",
    ja="半角カナは検索では別の文字として扱われ、正しく表示されないサービスもあります。",
    say=Text(
        en="“{text}” is written in half-width kana.",
        ja="「{text}」に半角カナが使われています。",
    ),
    todo=Text(
        en="Replace half-width kana by full-width ones and redeliver.",
        ja="半角カナを全角に直して再納品してください。",
    ),
)
def half_width_kana(recordings: ir.Table, names: ir.Table) -> ir.Table:
    """Recordings with a name, of whatever role, in which there are half-width kana."""
    own = names.filter((names.subject_kind == "recording") & has_half_width_kana(names.text))
    bad = own.group_by(recording_id=own.subject_id).agg(text=own.text.min())
    return bad.semi_join(recordings, "recording_id")
