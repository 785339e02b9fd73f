"""What an artist was played, or charted, in a territory and month; overlapping sources settled."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

REACH = Table(
    "reach",
    about=Text(
        en="Plays or weighted ranks of an artist in a territory and month, each counted once.",
        ja="アーティストの地域別・月別の再生数または順位の重み(重複する報告は一度だけ数えます)。",
    ),
    kind="result",
    key=("artist_id", "month", "service", "chart", "measure", "currency", "territory"),
    columns={
        "artist_id": "string",
        "home_territory": "string",
        "month": "date",
        "service": "string",
        "chart": "string",
        "measure": "string",
        "currency": "string",
        "territory": "string",
        "quantity": "float64",
        "part": "float64",  # quantity divided by the artists credited: what totals add up
        "n_days": "int64",
        "first_day": "date",
        "last_day": "date",
        "best": "float64",
        "source": "string",
        "n_sources": "int64",
        "differs": "float64",
    },
)
