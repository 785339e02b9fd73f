"""Without the writers' names, royalties from abroad cannot find their way back."""

import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.terms.text import Text

WRITERS = ("composer", "lyricist", "composerlyricist", "songwriter", "writer", "author")
DELIVERED = 3  #: the standing of a delivery message


@check(
    "credits-missing",
    about="recordings",
    severity="low",
    family="linked",
    fix="metadata",
    ja="作詞・作曲者の記載がないと、海外で生じた著作権使用料が権利者に届きません。",
    say=Text(
        en="“{title}” names neither a composer nor a lyricist.",
        ja="「{title}」には作曲者・作詞者の記載がありません。",
    ),
    todo=Text(
        en="Add composer and lyricist, with their IPI numbers if known, and deliver it again.",
        ja="作曲者・作詞者を(分かればIPI番号も)加えて再納品してください。",
    ),
)
def credits_missing(
    recordings: ir.Table,
    credits: ir.Table,  # noqa: A002 (the name of the table)
    deliveries: ir.Table,
) -> ir.Table:
    role = credits.role.lower().re_replace("[^a-z]", "")
    written = credits.filter(role.isin(WRITERS))
    # A sheet without such a column says nothing; a delivery message without writers does.
    telling = deliveries.filter(deliveries.standing == DELIVERED).select("delivery_id")
    telling = telling.union(written.select("delivery_id"), distinct=True)
    asked = recordings.semi_join(telling, "delivery_id")
    return asked.anti_join(written, "recording_id").select("recording_id", "title")
