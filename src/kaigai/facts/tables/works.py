"""A musical work."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

WORKS = Table(
    "works",
    about=Text(
        en="A musical work.",
        ja="楽曲(著作物)です。",
    ),
    kind="fact",
    one_per_key=True,
    key=("work_id",),
    columns={
        "work_id": "string",
        "iswc": "string",
    },
)
