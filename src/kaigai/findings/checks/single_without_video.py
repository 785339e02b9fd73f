"""A single without a video misses the place where listeners abroad look for new music first."""

from datetime import date

import ibis
import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.terms.text import Text


@check(
    "single-without-video",
    about="releases",
    severity="medium",
    family="whole",
    fix="video",
    ja="動画のないシングルは、海外のリスナーが新曲を最初に探す場所に現れません。",
    say=Text(
        en="No recording of the single “{title}” has a video, though {artist} has videos.",
        ja="シングル「{title}」の曲には動画がありません({artist}の動画は他にあります)。",
    ),
    todo=Text(
        en="Publish a music or lyric video, or link the video that exists in the catalogue sheet.",
        ja="MVやリリックビデオを公開してください。既にある場合はカタログ表に動画を記入して"
        "ください。",
    ),
)
def single_without_video(
    releases: ir.Table,
    tracks: ir.Table,
    recordings: ir.Table,
    placed_videos: ir.Table,
    artists: ir.Table,
    names: ir.Table,
    day: date,
    video_links: ir.Table | None = None,
) -> ir.Table:
    out = (releases.release_day <= ibis.literal(day)).fill_null(True)
    kind = (releases.release_type == "Single") & releases.is_delivered
    singles = releases.filter(kind & out).inner_join(artists, "party_id")
    singles = singles.select("release_id", "title", "artist_id", artist=singles.artist_right)
    shown = placed_videos.inner_join(artists, "party_id")
    singles = singles.semi_join(shown, "artist_id")
    held = singles.inner_join(tracks, "release_id").select(
        "release_id", "recording_id", "artist_id"
    )
    held = held.distinct()
    linked = _linked(recordings, placed_videos, video_links)
    with_video = ibis.union(
        held.semi_join(linked, "recording_id").select("release_id"),
        _called_alike(held, shown, recordings, artists, names),
    )
    bad = singles.anti_join(with_video, "release_id")
    return bad.select("release_id", "title", "artist")


def _linked(
    recordings: ir.Table, placed_videos: ir.Table, video_links: ir.Table | None
) -> ir.Table:
    """Recordings that are videos themselves, or have one linked, read or not."""
    parts = [
        recordings.filter(recordings.kind == "video").select("recording_id"),
        placed_videos.select("recording_id"),
    ]
    if video_links is not None:
        parts.append(video_links.select("recording_id"))
    linked = ibis.union(*parts)
    return linked.filter(linked.recording_id.notnull()).distinct()


def _called_alike(
    held: ir.Table, shown: ir.Table, recordings: ir.Table, artists: ir.Table, names: ir.Table
) -> ir.Table:
    """Singles one of whose songs is called like a video of the same artist, linked or not."""
    songs = names.filter((names.subject_kind == "recording") & (names.role != "reading"))
    songs = songs.select(recording_id="subject_id", key="key").distinct()
    parts = names.filter((names.subject_kind == "video") & (names.role == "title_part"))
    videos = shown.inner_join(parts, shown.video_id == parts.subject_id)
    made = recordings.filter(recordings.kind == "video").inner_join(artists, "party_id")
    keys = ibis.union(
        videos.select("artist_id", "key"),
        made.inner_join(songs, "recording_id").select("artist_id", "key"),
    ).distinct()
    return (
        held.inner_join(songs, "recording_id")
        .semi_join(keys, ["artist_id", "key"])
        .select("release_id")
    )
