"""Automatic captions of songs are mostly wrong, and machine translations of them worse."""

import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.findings.subtitles import known, published
from kaigai.terms.text import Text


@check(
    "automatic-captions-only",
    about="videos",
    severity="medium",
    family="understood",
    fix="captions",
    worth="lacking",
    ja="歌の自動字幕は誤りが多く、そこからの自動翻訳はさらに意味が通じません。",
    say=Text(
        en="“{title}” has automatic captions only ({languages}).",
        ja="「{title}」の字幕は自動生成のみです({languages})。",
    ),
    todo=Text(
        en="Upload the checked lyrics as subtitles in the original language first.",
        ja="まず、確認済みの歌詞を原語の字幕として登録してください。",
    ),
)
def automatic_captions_only(placed_videos: ir.Table, captions: ir.Table) -> ir.Table:
    """Official videos whose listed tracks all come from speech recognition."""
    tracks = published(captions)
    judged = tracks.group_by("video_id").agg(
        automatic=(tracks.track_kind.lower() == "asr").fill_null(False).all(),
        languages=tracks.language.collect(distinct=True).sort().join(", "),
    )
    bad = known(placed_videos, captions).inner_join(judged.filter(judged.automatic), "video_id")
    return bad.select("video_id", "title", "languages")
