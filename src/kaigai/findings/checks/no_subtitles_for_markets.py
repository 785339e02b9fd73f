"""Viewers abroad who watch without subtitles in their language hear a song they cannot follow."""

import ibis
import ibis.expr.types as ir

from kaigai.facts import masks
from kaigai.facts.settings import Settings
from kaigai.findings import market_languages
from kaigai.findings.check import check
from kaigai.findings.plays import plays_of_videos
from kaigai.findings.subtitles import known, written
from kaigai.terms.text import Text


@check(
    "no-subtitles-for-markets",
    about="videos",
    severity="high",
    family="understood",
    fix="captions",
    worth="lacking",
    ja="字幕のない動画は、聴いてくれている海外の人に歌の意味が届きません。",
    say=Text(
        en="“{title}” has no subtitles in {languages_en}{played_en}",
        ja="「{title}」には{languages_ja}の字幕がありません{played_ja}",
    ),
    todo=Text(
        en="Have the lyrics translated, with rights cleared, and upload them; begin with the "
        "language of the market that plays it most.",
        ja="権利を確認のうえ歌詞を翻訳し、字幕として登録してください。"
        "再生の多い市場の言語から始めます。",
    ),
)
def no_subtitles_for_markets(
    placed_videos: ir.Table,
    settings: Settings,
    captions: ir.Table | None = None,
    usage: ir.Table | None = None,
) -> ir.Table:
    """Official videos and the markets, none of whose languages they are written or sung in.

    Markets are those that play the video or its recording; where no plays are known, all.
    """
    videos = _with_served(known(placed_videos, captions), captions, settings)
    if usage is None:
        return _said(_unplayed(videos, settings), settings)
    plays = plays_of_videos(usage, videos)
    played = _played(videos, plays, settings)
    unplayed = _unplayed(videos.anti_join(plays, "video_id"), settings)
    return _said(ibis.union(played, unplayed), settings)


def _with_served(videos: ir.Table, captions: ir.Table | None, settings: Settings) -> ir.Table:
    """Videos with the markets served, by a track or by the language that is sung."""
    sung = videos.filter(videos.audio_language.notnull())
    understood = ibis.union(
        written(captions, videos), sung.select("video_id", language=sung.audio_language)
    )
    served = market_languages.served(understood, "video_id", settings)
    rows = videos.left_join(served, "video_id")
    words = {f"s{i}": rows[f"s{i}"].fill_null(0) for i in masks.WORDS}
    return rows.select("video_id", "title", "recording_id", **words)


def _played(videos: ir.Table, plays: ir.Table, settings: Settings) -> ir.Table:
    """Videos with the unserved markets that play them, and how often they do."""
    where = plays.inner_join(market_languages.territories(settings), "territory")
    rows = where.inner_join(videos, "video_id")
    here = masks.words(rows, "t")
    unserved = rows.filter(masks.size(masks.minus(here, masks.words(rows, "s"))) > 0)
    return unserved.group_by("video_id", "title").agg(
        severity=ibis.literal("high"),
        plays=unserved.plays.sum().cast("int64"),
        **masks.union_of(masks.words(unserved, "t"), "m"),
    )


def _unplayed(videos: ir.Table, settings: Settings) -> ir.Table:
    """Videos of which no plays are known, with every unserved market that matters."""
    every = market_languages.everywhere(settings)
    missing = masks.minus(every, masks.words(videos, "s"))
    rows = videos.select(
        "video_id",
        "title",
        severity=ibis.literal("medium"),
        plays=ibis.null("int64"),
        **masks.named("m", missing),
    )
    return rows.filter(masks.size(masks.words(rows, "m")) > 0)


def _said(rows: ir.Table, settings: Settings) -> ir.Table:
    """The rows with the languages that lack, and a sentence on the plays where known."""
    count, silent = rows.plays.cast("string"), rows.plays.isnull()
    played_en = ibis.literal("; markets that read these played it ") + count + " times."
    played_ja = ibis.literal("(これらの言語の市場での再生") + count + "回)。"
    return rows.mutate(
        played_en=silent.ifelse(".", played_en),
        played_ja=silent.ifelse("。", played_ja),
        **market_languages.lacking(masks.words(rows, "m"), settings),
    )
