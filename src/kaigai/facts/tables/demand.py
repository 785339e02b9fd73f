"""What an artist would be played in a territory, beside what it is played now."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

DEMAND = Table(
    "demand",
    about=Text(
        en="What an artist would be played in a territory in a month, beside what it is now.",
        ja="各国・地域で見込まれる月間再生数と、現在の再生数です。",
    ),
    kind="result",
    key=("artist_id", "territory", "unit"),
    columns={
        "artist_id": "string",
        "territory": "string",
        "rank": "int64",  # in this unit, by latent times chance; null: none, or not recommended
        "unit": "string",  # streams, views, or weight (of chart ranks)
        "now": "float64",  # a month's, over the period
        "expected": "float64",  # were the artist as present there as in like markets
        "expected_low": "float64",  # of a 90 % interval
        "expected_high": "float64",
        "chance": "float64",  # of being heard there at all; ranks weigh what is latent by it
        "n_known": "int64",  # other territories in which the artist is known
        "latent": "float64",
        "latent_low": "float64",
        "latent_high": "float64",
        "state": "string",  # known, too wide (to act on: the figures are null) or unknown
        "first_day": "date",  # of the plays that it rests on
        "last_day": "date",
        "reasons": "string",  # JSON: a list of reasons with their evidence
        "flags": "string",  # JSON: why it is not to be trusted, or not recommended
        "is_recommended": "boolean",
        "as_of": "date",
    },
)
