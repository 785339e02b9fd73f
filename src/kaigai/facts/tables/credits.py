"""A party's part in a recording."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

CREDITS = Table(
    "credits",
    about=Text(
        en="A party's part in a recording.",
        ja="録音における関係者の役割です。",
    ),
    kind="fact",
    key=(
        "recording_id",
        "party_id",
        "role",
    ),
    columns={
        "recording_id": "string",
        "party_id": "string",
        "role": "string",
        "instrument": "string",
        "name": "string",
        "position": "int64",
    },
)
