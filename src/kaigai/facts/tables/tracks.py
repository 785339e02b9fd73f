"""A recording's place on a release, with the deals it was delivered under."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

TRACKS = Table(
    "tracks",
    about=Text(
        en="A recording's place on a release, with the deals it was delivered under.",
        ja="リリース内での録音の位置と、納品時の取引条件です。",
    ),
    kind="fact",
    key=(
        "release_id",
        "disc",
        "position",
        "recording_id",
    ),
    columns={
        "release_id": "string",
        "recording_id": "string",
        "disc": "int64",
        "position": "int64",
        "deal_set_id": "int64",
    },
)
