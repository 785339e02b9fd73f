"""An upload by a stranger that beats the official videos takes the song's listeners and income."""

import ibis
import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.findings.uploads import BY, uploads
from kaigai.terms.text import Text


@check(
    "unofficial-upload-larger",
    about="recordings",
    severity="high",
    family="official",
    fix="video",
    ja="公式より再生されている非公式動画は、曲のリスナーと収益を奪っています。",
    say=Text(
        en="“{channel}” has {views} views with “{title}” (video {video_id}); the official videos "
        "have {official_views}.",
        ja="「{channel}」による「{title}」の動画({video_id})は{views}回再生されています。"
        "公式動画は{official_views}回です。",
    ),
    todo=Text(
        en="Claim or have taken down the upload, and put the official video where people look.",
        ja="動画の権利を申し立てるか削除を依頼し、見つけやすい公式動画を用意してください。",
    ),
)
def unofficial_upload_larger(
    recordings: ir.Table, placed_videos: ir.Table, names: ir.Table, artists: ir.Table
) -> ir.Table:
    strangers, own = uploads(placed_videos, names, artists)
    known = recordings.select("recording_id", "title", "party_id")
    known = known.inner_join(artists.select("party_id", "artist_id"), "party_id")
    spelt = names.filter((names.subject_kind == "recording") & names.role.isin(BY))
    spelt = spelt.semi_join(strangers, "key").select(recording_id="subject_id", key="key")
    songs = spelt.distinct().inner_join(known, "recording_id")
    found = songs.inner_join(strangers, ["artist_id", "key"])
    place = ibis.row_number().over(
        group_by=found.recording_id, order_by=[found.views.desc(), found.video_id]
    )
    largest = found.mutate(place=place).filter(lambda t: t.place == 0)
    rows = largest.left_join(_official(songs, own), "recording_id")
    rows = rows.select(
        *largest.columns,
        official_views=rows.official_views.fill_null(0),
        uncounted=rows.uncounted.fill_null(0),
    ).semi_join(own, "artist_id")
    bad = rows.filter((rows.views > rows.official_views) & (rows.uncounted == 0))
    return bad.select("recording_id", "title", "video_id", "channel", "views", "official_views")


def _official(songs: ir.Table, own: ir.Table) -> ir.Table:
    """The views of a recording's official videos, linked to it or called like it.

    `uncounted` are those whose views nobody knows: where there are any, nothing can be compared.
    """
    linked = own.filter(own.recording_id.notnull()).select("recording_id", "video_id", "views")
    loose = own.filter(own.recording_id.isnull()).drop("recording_id")
    alike = songs.inner_join(loose, ["artist_id", "key"])
    every = linked.union(alike.select("recording_id", "video_id", "views"), distinct=True)
    every = every.distinct(on=["recording_id", "video_id"], keep="first")
    return every.group_by("recording_id").agg(
        official_views=every.views.sum().fill_null(0), uncounted=every.views.isnull().sum()
    )
