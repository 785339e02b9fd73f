"""A release without a GTIN (JAN, UPC) cannot be matched between deliveries, shops and charts."""

import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.terms.text import Text


@check(
    "no-gtin",
    about="releases",
    severity="medium",
    family="linked",
    fix="metadata",
    ja="GTIN(JAN・UPC)のない作品は、納品・店舗・チャートの間で照合できません。",
    say=Text(
        en="The release “{title}” has no GTIN.",
        ja="作品「{title}」にはGTINがありません。",
    ),
    todo=Text(
        en="Assign a GTIN and deliver the release with it; most services ask for one.",
        ja="GTINを付番して納品してください。ほとんどのサービスで必須です。",
    ),
)
def no_gtin(releases: ir.Table) -> ir.Table:
    missing = releases.gtin_given.fill_null("").strip() == ""
    return releases.filter(missing).select("release_id", "title")
