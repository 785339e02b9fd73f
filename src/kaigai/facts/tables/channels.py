"""A channel on a video service, and whose it is."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

CHANNELS = Table(
    "channels",
    about=Text(
        en="A channel on a video service, and whose it is.",
        ja="動画サービスのチャンネルと、その持ち主です。",
    ),
    kind="fact",
    one_per_key=True,
    key=("channel_id",),
    columns={
        "channel_id": "string",
        "service": "string",
        "title": "string",
        "party_id": "string",
        "is_official": "boolean",
        "country": "string",
        "subscribers": "int64",
    },
)
