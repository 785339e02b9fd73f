"""A GTIN with a wrong digit points to nothing, or to another company's product."""

import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.terms.text import Text


@check(
    "malformed-gtin",
    about="releases",
    severity="medium",
    family="linked",
    fix="metadata",
    ja="桁や検査数字の誤ったGTINは、何も指さないか、他社の商品を指してしまいます。",
    say=Text(
        en="The release “{title}” carries “{gtin_given}”, which is not a valid GTIN.",
        ja="作品「{title}」の「{gtin_given}」は正しいGTINではありません。",
    ),
    todo=Text(
        en="Compare it with the printed barcode, correct it and deliver the release again.",
        ja="商品のバーコードと照らし合わせ、直して再納品してください。",
    ),
)
def malformed_gtin(releases: ir.Table) -> ir.Table:
    given = releases.gtin_given.fill_null("").strip() != ""
    bad = releases.filter(given & releases.gtin.isnull())
    return bad.select("release_id", "title", "gtin_given")
