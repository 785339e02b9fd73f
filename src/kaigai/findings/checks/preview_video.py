"""A short version where the full video should be leaves listeners abroad with a fragment."""

import ibis.expr.types as ir

from kaigai.facts.settings import Settings
from kaigai.findings.check import check
from kaigai.terms.text import Text

#: What labels in Japan cut a short version to: one chorus, some 90 seconds.
HABIT_MS = (80_000, 100_000)

#: How titles say that a video is not the whole (RE2 and Java understand it alike).
SAYS_SHORT = (
    r"(?i)(short|ショート)[\s\-_]*(ver|size|サイズ|バージョン|edit)|teaser|trailer|preview"
    r"|予告|ティザー|ティーザー|トレーラー|試聴|先行公開"
)


@check(
    "preview-video",
    about="videos",
    severity="high",
    family="whole",
    fix="video",
    ja="フルサイズの代わりに短縮版しかない公式動画では、海外の人に曲の一部しか届きません。",
    say=Text(
        en="The video “{title}” lasts {video_ms}; the recording lasts {recording_ms}.",
        ja="動画「{title}」の長さは{video_ms}、録音は{recording_ms}です。",
    ),
    todo=Text(
        en="Publish the full version, or at least the full audio with a still image.",
        ja="フルサイズの動画を公開してください。少なくとも静止画付きの全曲音源を用意しましょう。",
    ),
)
def preview_video(
    placed_videos: ir.Table, settings: Settings, recordings: ir.Table | None = None
) -> ir.Table:
    official = placed_videos.filter(placed_videos.is_official.fill_null(False))
    rows = _with_recording(official, recordings)
    full = (rows.duration_ms >= rows.recording_ms * settings.preview_ratio).fill_null(False)
    short = ~full & rows.recording_ms.notnull() & (rows.duration_ms <= settings.preview_max_ms)
    usual = rows.duration_ms.between(*HABIT_MS).fill_null(False)
    guess = rows.recording_ms.isnull() & (usual | rows.title.re_search(SAYS_SHORT))
    bad = rows.filter(short.fill_null(False) | guess.fill_null(False))
    # A teaser beside the full video of the same recording does little harm.
    whole = rows.filter(full).select("recording_id", has_full=full).distinct()
    beside = bad.left_join(whole, "recording_id")
    return beside.select(
        "video_id",
        "title",
        severity=beside.has_full.fill_null(False).ifelse("low", "high"),
        video_ms=beside.duration_ms,
        recording_ms=beside.recording_ms,
    )


def _with_recording(videos: ir.Table, recordings: ir.Table | None) -> ir.Table:
    if recordings is None:
        return videos.mutate(recording_ms=videos.duration_ms.nullif(videos.duration_ms))
    lengths = recordings.select("recording_id", recording_ms="duration_ms")
    return videos.left_join(lengths, "recording_id").drop("recording_id_right")
