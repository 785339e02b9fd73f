"""Which artist a party is, after its spellings were brought together."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

ARTISTS = Table(
    "artists",
    about=Text(
        en="Which artist a party is, after its spellings were brought together.",
        ja="表記を束ねた結果、各関係者がどのアーティストかを示します。",
    ),
    kind="result",
    key=("party_id",),
    columns={
        "party_id": "string",
        "artist_id": "string",
        "artist": "string",
        "artist_latin": "string",
        "home_territory": "string",
        "evidence": "string",
        "score": "float64",
    },
)
