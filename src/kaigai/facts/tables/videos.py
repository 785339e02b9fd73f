"""A video as a service shows it."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

VIDEOS = Table(
    "videos",
    about=Text(
        en="A video as a service shows it.",
        ja="配信サービス上の動画です。",
    ),
    kind="fact",
    one_per_key=True,
    key=("video_id",),
    columns={
        "video_id": "string",
        "service": "string",
        "service_id": "string",
        "channel_id": "string",
        "channel": "string",
        "title": "string",
        "description": "string",
        "published_at": "timestamp('UTC')",
        "duration_ms": "int64",
        "default_language": "string",
        "audio_language": "string",
        "territory_set_id": "int64",
        "has_captions": "boolean",
        "views": "int64",
        "likes": "int64",
        "seen_at": "timestamp('UTC')",
    },
)
