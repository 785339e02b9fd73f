"""Which recording and artist a video belongs to, as the label says."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

VIDEO_LINKS = Table(
    "video_links",
    about=Text(
        en="Which recording and artist a video belongs to, as the label says.",
        ja="動画がどの録音とアーティストのものか(レーベルによる指定)です。",
    ),
    kind="fact",
    one_per_key=True,
    key=("video_id",),
    columns={
        "video_id": "string",
        "recording_id": "string",
        "party_id": "string",
    },
)
