"""Subtitles in the original language are what every translation and every learner starts from."""

import ibis
import ibis.expr.types as ir

from kaigai.facts.settings import Settings
from kaigai.findings.check import check
from kaigai.findings.market_languages import readable
from kaigai.findings.subtitles import known, written
from kaigai.terms.languages import name_of_language
from kaigai.terms.text import Text


@check(
    "home-captions-missing",
    about="videos",
    severity="low",
    family="understood",
    fix="captions",
    ja="原語の字幕は、あらゆる翻訳と、日本語を学ぶファンの出発点になります。",
    say=Text(
        en="“{title}” has no {home_en} subtitles.",
        ja="「{title}」には{home_ja}の字幕がありません。",
    ),
    todo=Text(
        en="Upload the checked lyrics as subtitles in the original language.",
        ja="確認済みの歌詞を原語の字幕として登録してください。",
    ),
)
def home_captions_missing(
    placed_videos: ir.Table, settings: Settings, captions: ir.Table | None = None
) -> ir.Table:
    """Official videos with known subtitles, none of them by people in the home language."""
    read = written(captions, placed_videos)
    home = read.filter(readable(read.language) == settings.home_language)
    bad = known(placed_videos, captions).anti_join(home, "video_id")
    return bad.select(
        "video_id",
        "title",
        home_en=ibis.literal(name_of_language(settings.home_language, "en")),
        home_ja=ibis.literal(name_of_language(settings.home_language, "ja")),
    )
