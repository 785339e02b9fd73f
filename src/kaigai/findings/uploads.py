"""Videos by whom: what strangers upload of an artist, and what the artist's own channels do."""

import ibis.expr.types as ir

#: Roles of names by which people call a song or an artist.
BY = ("display", "formal", "english", "latin", "translated", "alias")

#: Another performance, or talk about the song: no upload of the recording.
OTHERS = (
    r"(?i)\bcover(ed)?\b|カバー|カヴァー|歌ってみた|弾いてみた|叩いてみた|踊ってみた|演奏してみた"
    r"|karaoke|カラオケ|reaction|リアクション|nightcore|\bremix\b|tutorial|piano|off vocal"
)

#: Channels that services keep for the artist from the label's own deliveries.
AUTOMATIC = r"( - Topic|VEVO)$"

#: What a comparison key leaves out: spaces, punctuation, signs, controls.
SIGNS = r"[\p{Z}\p{P}\p{S}\p{C}]"


def uploads(
    placed_videos: ir.Table, names: ir.Table, artists: ir.Table
) -> tuple[ir.Table, ir.Table]:
    """What strangers uploaded, and what is official.

    Strangers: `video_id`, `views`, `channel`, and per pair of a piece of the title (`key`) and
    an artist whom another piece or the channel names (`artist_id`) one row. Official:
    `video_id`, `views`, `recording_id`, `artist_id` and one row per `key` (null without any).
    """
    parts = names.filter((names.subject_kind == "video") & (names.role == "title_part"))
    parts = parts.filter(parts.key != "").select(video_id="subject_id", key="key").distinct()
    official = placed_videos.is_official
    own = placed_videos.filter(official.fill_null(False)).inner_join(artists, "party_id")
    own = own.select("video_id", "recording_id", "artist_id", "views")
    own = own.left_join(parts, "video_id").drop("video_id_right")
    return _of_artists(placed_videos.filter(~official.fill_null(True)), parts, names, artists), own


def _of_artists(videos: ir.Table, parts: ir.Table, names: ir.Table, artists: ir.Table) -> ir.Table:
    """Strangers' videos with the artists they name."""
    odd = videos.title.re_search(OTHERS) | videos.channel.fill_null("").re_search(AUTOMATIC)
    kept = videos.filter(videos.views.notnull() & ~odd.fill_null(False))
    kept = kept.select("video_id", "views", channel=kept.channel.fill_null(""))
    channel = kept.select("video_id", key=_letters(kept.channel))
    said = parts.semi_join(kept, "video_id").union(channel, distinct=True)
    spelt = names.filter((names.subject_kind == "party") & names.role.isin(BY) & (names.key != ""))
    called = spelt.inner_join(artists, spelt.subject_id == artists.party_id)
    # Channels have no key of their own: their letters are compared as they stand.
    letters = called.select("artist_id", key=_letters(called.text))
    called = called.select("artist_id", "key").union(letters, distinct=True)
    named = said.inner_join(called, "key").select("video_id", "artist_id", by="key")
    rows = parts.inner_join(named, "video_id").filter(lambda t: t.key != t.by)
    rows = rows.select("video_id", "key", "artist_id").distinct()
    return rows.inner_join(kept, "video_id")


def _letters(text: ir.StringValue) -> ir.StringValue:
    """A text in small letters, without signs and spaces."""
    return text.lower().re_replace(SIGNS, "")
