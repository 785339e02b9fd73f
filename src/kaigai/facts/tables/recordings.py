"""A sound recording or a music video, as DDEX means them."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

RECORDINGS = Table(
    "recordings",
    about=Text(
        en="A sound recording or a music video, as DDEX means them.",
        ja="DDEXの定義による録音、またはミュージックビデオです。",
    ),
    kind="fact",
    one_per_key=True,
    key=("recording_id",),
    columns={
        "recording_id": "string",
        "kind": "string",
        "isrc": "string",
        "isrc_given": "string",
        "title": "string",
        "party_id": "string",
        "artist": "string",
        "duration_ms": "int64",
        "language_of_performance": "string",
        "is_instrumental": "boolean",
        "work_id": "string",
        "genre": "string",
        "first_day": "date",
        "is_preview": "boolean",
    },
)
