"""What findings are about: every recording, release, party and video with its artist."""

import ibis
import ibis.expr.types as ir

from kaigai.facts.engine import Engine

#: subject kind -> (table, key, the column with its name or None)
SUBJECTS = {
    "recording": ("recordings", "recording_id", "title"),
    "release": ("releases", "release_id", "title"),
    "video": ("videos", "video_id", "title"),
}


def subjects(engine: Engine, placed: ir.Table | None = None) -> ir.Table:
    """One row per subject: kind, id, what people call it, artist id and artist.

    placed  the videos as `official` gives them, where they are at hand
    """
    artists = engine["artists"]
    parts = [
        _with_artist(engine, kind, artists, placed)
        for kind, (table, _, _) in SUBJECTS.items()
        if table in engine
    ]
    own = artists.select(
        subject_kind=ibis.literal("party"),
        subject_id="party_id",
        subject="artist",
        artist_id="artist_id",
        artist="artist",
    )
    return ibis.union(own, *parts)


def _with_artist(
    engine: Engine, kind: str, artists: ir.Table, placed: ir.Table | None
) -> ir.Table:
    table, key, title = SUBJECTS[kind]
    rows = engine[table]
    if kind == "video":
        rows = official(engine) if placed is None else placed
    joined = rows.left_join(artists, "party_id")
    return joined.select(
        subject_kind=ibis.literal(kind),
        subject_id=key,
        subject=title,
        artist_id=joined.artist_id,
        artist=joined.artist,
    )


def placed_videos(engine: Engine) -> ir.Table:
    """The table of `official`, computed once for the life of an engine."""
    name = "placed_videos"
    return engine[name] if engine.has(name) else engine.give(name, official(engine))


def official(engine: Engine) -> ir.Table:
    """Videos with the recording and party they belong to, and whether they are official.

    A video is official when it is on a channel that the label names as an artist's own, or
    when the label's sheet links it. `is_official` is null where no channel is known at all.
    """
    videos = engine["videos"]
    channels = engine["all_channels"] if "channels" in engine else engine.empty("channels")
    links = engine["video_links"] if "video_links" in engine else engine.empty("video_links")
    # The service's own answer about a channel outranks the label's, and knows no owner.
    owned = channels.filter(channels.is_official.fill_null(False)).select(
        "channel_id", channel_party="party_id"
    )
    owned = owned.distinct(on="channel_id", keep="first")
    linked = links.select("video_id", link_recording="recording_id", link_party="party_id")
    rows = videos.left_join(owned, "channel_id").drop("channel_id_right")
    rows = rows.left_join(linked, "video_id").drop("video_id_right")
    known = ibis.literal("channels" in engine or "video_links" in engine)
    own = rows.channel_party.notnull() | rows.link_party.notnull() | rows.link_recording.notnull()
    return rows.select(
        *videos.columns,
        recording_id=rows.link_recording,
        party_id=rows.link_party.fill_null(rows.channel_party),
        is_official=known.ifelse(own, ibis.null("boolean")),
    )
