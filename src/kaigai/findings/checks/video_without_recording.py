"""An official video that is tied to no recording cannot be counted for the song it shows."""

import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.terms.text import Text


@check(
    "video-without-recording",
    about="videos",
    severity="medium",
    family="linked",
    fix="metadata",
    ja="録音に紐づいていない公式動画の再生は、その曲の実績として数えられません。",
    say=Text(
        en="The official video “{title}” is linked to no recording.",
        ja="公式動画「{title}」はどの録音にも紐づいていません。",
    ),
    todo=Text(
        en="Enter the video's link beside its recording in the catalogue sheet.",
        ja="カタログ表で、該当する録音の行に動画のURLを記入してください。",
    ),
)
def video_without_recording(placed_videos: ir.Table) -> ir.Table:
    official = placed_videos.filter(placed_videos.is_official.fill_null(False))
    return official.filter(official.recording_id.isnull()).select("video_id", "title")
