"""A video whose title is not localised is not found by people who search in their language."""

import ibis
import ibis.expr.types as ir

from kaigai.facts import masks
from kaigai.facts.settings import Settings
from kaigai.findings import market_languages
from kaigai.findings.check import check
from kaigai.terms.text import Text


@check(
    "video-not-localised",
    about="videos",
    severity="low",
    family="found",
    fix="video",
    worth="lacking",
    ja="動画のタイトルが現地語にないと、現地の言葉で検索する人には見つかりません。",
    say=Text(
        en="“{title}” has no title in {languages_en}.",
        ja="「{title}」には{languages_ja}のタイトルがありません。",
    ),
    todo=Text(
        en="Add titles and descriptions in these languages as localisations of the video.",
        ja="動画の「翻訳」に、これらの言語のタイトルと説明文を加えてください。",
    ),
)
def video_not_localised(placed_videos: ir.Table, names: ir.Table, settings: Settings) -> ir.Table:
    """Official videos with markets in none of whose languages they have a title."""
    ours = placed_videos.filter(placed_videos.is_official)
    localised = names.filter((names.subject_kind == "video") & (names.role == "localised"))
    titles = ibis.union(
        localised.select("language", video_id="subject_id"),
        ours.select("video_id", language=ours.default_language).select("language", "video_id"),
    ).filter(lambda t: t.language.notnull())
    served = market_languages.served(titles, "video_id", settings)
    rows = ours.left_join(served, "video_id")
    missing = masks.minus(
        market_languages.everywhere(settings),
        [rows[f"s{i}"].fill_null(0) for i in masks.WORDS],
    )
    bad = rows.select("video_id", "title", **masks.named("m", missing))
    bad = bad.filter(masks.size(masks.words(bad, "m")) > 0)
    return bad.mutate(**market_languages.lacking(masks.words(bad, "m"), settings))
