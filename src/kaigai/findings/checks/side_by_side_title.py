"""Two titles in one field match no search for either of them."""

import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.terms.text import Text


@check(
    "side-by-side-title",
    about="recordings",
    severity="medium",
    family="found",
    fix="metadata",
    ja="ひとつの欄に二つの表記を並べた曲名は、どちらで検索しても一致しません。",
    say=Text(
        en="“{text}” holds the title in two scripts side by side.",
        ja="「{text}」は、一つの欄に二つの表記が並んでいます。",
    ),
    todo=Text(
        en="Keep the original title in this field and deliver the other as a translated title.",
        ja="この欄には原題だけを残し、もう一方は翻訳タイトルとして納品してください。",
    ),
)
def side_by_side_title(recordings: ir.Table, names: ir.Table) -> ir.Table:
    """Recordings with a display or formal title that holds a native and a Latin title."""
    own = names.filter(
        (names.subject_kind == "recording")
        & names.role.isin(["display", "formal"])
        & names.is_side_by_side
    )
    bad = own.group_by(recording_id=own.subject_id).agg(text=own.text.min())
    return bad.semi_join(recordings, "recording_id")
