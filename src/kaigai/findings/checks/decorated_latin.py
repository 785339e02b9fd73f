"""Latin letters in fancy dress are missed by a search for the plain word."""

import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.terms.text import Text


@check(
    "decorated-latin",
    about="recordings",
    severity="low",
    family="found",
    fix="metadata",
    ja="全角英字や装飾された英字の曲名は、ふつうの綴りで検索しても見つかりません。",
    say=Text(
        en="“{text}” is written in decorated letters.",
        ja="「{text}」は装飾された英字で書かれています。",
    ),
    todo=Text(
        en="Deliver the plain spelling as well, as a translated title or as the title itself.",
        ja="ふつうの英字の綴りを、曲名または翻訳タイトルとして納品してください。",
    ),
)
def decorated_latin(recordings: ir.Table, names: ir.Table) -> ir.Table:
    """Recordings with a name in decorated Latin letters that a search misses."""
    own = names.filter((names.subject_kind == "recording") & names.is_decorated)
    bad = own.group_by(recording_id=own.subject_id).agg(text=own.text.min())
    return bad.semi_join(recordings, "recording_id")
