"""A video blocked in sanctioned territories alone is no fault of the label: platforms do that."""

import ibis.expr.types as ir

from kaigai.facts import masks
from kaigai.facts.settings import Settings
from kaigai.findings.check import check
from kaigai.findings.closures import blocked
from kaigai.terms.territories import SANCTIONED
from kaigai.terms.text import Text


@check(
    "sanction-only-block",
    about="videos",
    severity="note",
    family="heard",
    fix="none",
    ja="制裁対象の地域だけでブロックされている動画は、サービス側の都合であり、対応は不要です。",
    say=Text(
        en="The video “{title}” is blocked only in {territories}, where the platforms "
        "themselves close.",
        ja="動画「{title}」がブロックされているのは、サービス自体が閉じている{territories}だけ"
        "です。",
    ),
    todo=Text(
        en="Nothing needs doing; this only explains the block.",
        ja="対応は不要です。ブロックの理由としてお知らせします。",
    ),
)
def sanction_only_block(
    placed_videos: ir.Table, territory_sets: ir.Table, settings: Settings
) -> ir.Table:
    rows = blocked(placed_videos, territory_sets, settings.home)
    away = masks.words(rows, "b")
    others = masks.minus(away, masks.literal(SANCTIONED))
    bad = rows.filter(masks.size(others) == 0)
    return bad.select("video_id", "title", **masks.named("m", masks.words(bad, "b")))
