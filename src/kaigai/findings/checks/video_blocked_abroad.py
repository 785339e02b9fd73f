"""An official video that is blocked abroad turns away people who came to watch it."""

import ibis.expr.types as ir

from kaigai.facts import masks
from kaigai.facts.settings import Settings
from kaigai.findings.check import check
from kaigai.findings.closures import blocked
from kaigai.terms.territories import SANCTIONED
from kaigai.terms.text import Text


@check(
    "video-blocked-abroad",
    about="videos",
    severity="high",
    family="heard",
    fix="rights",
    worth="closed",
    ja="海外でブロックされている公式動画は、見に来た人をそのまま帰してしまいます。",
    say=Text(
        en="The video “{title}” plays at home and is blocked in {n_territories} territories: "
        "{territories}.",
        ja="動画「{title}」は本国では見られますが、{n_territories}の国・地域でブロックされて"
        "います({territories})。",
    ),
    todo=Text(
        en="Look at the video's territory policy and at claims on it, and open these territories.",
        ja="動画の地域ポリシーと権利の申し立てを確認し、これらの地域を開放してください。",
    ),
)
def video_blocked_abroad(
    placed_videos: ir.Table, territory_sets: ir.Table, settings: Settings
) -> ir.Table:
    rows = blocked(placed_videos, territory_sets, settings.home)
    away = masks.minus(masks.words(rows, "b"), masks.literal(SANCTIONED))
    bad = rows.select("video_id", "title", **masks.named("m", away))
    return bad.filter(masks.size(masks.words(bad, "m")) > 0)
