"""An artist, group, person or label."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

PARTIES = Table(
    "parties",
    about=Text(
        en="An artist, group, person or label.",
        ja="アーティスト、グループ、個人、またはレーベルです。",
    ),
    kind="fact",
    one_per_key=True,
    key=("party_id",),
    columns={
        "party_id": "string",
        "kind": "string",
        "home_territory": "string",
        "isni": "string",
        "ipi": "string",
        "mbid": "string",
        "dpid": "string",
        "proprietary_id": "string",
    },
)
