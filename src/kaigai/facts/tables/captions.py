"""One caption track of a video."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

CAPTIONS = Table(
    "captions",
    about=Text(
        en="One caption track of a video.",
        ja="動画の字幕トラックひとつです。",
    ),
    kind="fact",
    key=(
        "video_id",
        "caption_id",
    ),
    columns={
        "video_id": "string",
        "caption_id": "string",
        "language": "string",
        "track_kind": "string",
        "is_draft": "boolean",
        "status": "string",
        "caption_name": "string",
    },
)
