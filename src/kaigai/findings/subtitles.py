"""What is known of the subtitles of official videos: which tracks viewers can choose."""

import ibis
import ibis.expr.types as ir

#: Track kinds that are no translation by a person: speech recognition, and signs alone.
NOT_WRITTEN = ("asr", "forced")


def published(captions: ir.Table) -> ir.Table:
    """Tracks that viewers can choose, with `is_written`: made by people and complete.

    A track of unknown kind counts as written.
    """
    seen = captions.filter(
        ~captions.is_draft.fill_null(False) & (captions.status.lower() != "failed").fill_null(True)
    )
    machine = seen.track_kind.lower().isin(NOT_WRITTEN).fill_null(False)
    return seen.mutate(is_written=~machine)


def known(videos: ir.Table, captions: ir.Table | None) -> ir.Table:
    """Official videos whose subtitles are known: listed, or told to have none.

    Only an owner may list captions, so a listed video is ours where no channel is known.
    """
    if captions is None:
        return videos.filter(videos.is_official & ~videos.has_captions)
    listed = captions.select("video_id").distinct().mutate(listed=True)
    rows = videos.left_join(listed, "video_id").drop("video_id_right")
    has_list = rows.listed.fill_null(False)
    told = has_list | ~rows.has_captions.fill_null(True)
    return rows.filter(rows.is_official.fill_null(has_list) & told).drop("listed")


def written(captions: ir.Table | None, videos: ir.Table) -> ir.Table:
    """Languages in which each video can be read: `video_id`, `language`."""
    if captions is None:
        return videos.filter(False).select("video_id", language=ibis.null("string"))
    tracks = published(captions)
    return tracks.filter(tracks.is_written).select("video_id", "language")
