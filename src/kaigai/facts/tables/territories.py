"""What is known of a territory: people, income, languages."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

TERRITORIES = Table(
    "territories",
    about=Text(
        en="What is known of a territory: people, income, languages.",
        ja="国・地域ごとの人口・経済規模・言語です。",
    ),
    kind="result",
    key=("territory",),
    columns={
        "territory": "string",
        "population": "int64",
        "income_musd_ppp": "float64",  # gross product at purchasing power parity, millions
        "languages": "array<string>",  # BCP 47 tags, the most used first
        "shares": "array<string>",  # of the people, 0 to 1, in the same order
        "home_km": "float64",  # from the workspace's home
    },
)
