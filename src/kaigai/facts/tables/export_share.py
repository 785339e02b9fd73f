"""Home and overseas side by side: an artist, a month, a service, a measure."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

EXPORT_SHARE = Table(
    "export_share",
    about=Text(
        en="Home and overseas side by side: an artist, a month, a service, a measure.",
        ja="アーティスト・月・サービス・指標ごとの、国内と海外の数値です。",
    ),
    kind="result",
    key=("artist_id", "month", "service", "chart", "measure", "currency"),
    columns={
        "artist_id": "string",
        "home_territory": "string",
        "month": "date",
        "service": "string",
        "chart": "string",  # of ranks: two charts of a service are never added up
        "measure": "string",  # rank counts weighted appearances: the sum of rank^-0.42
        "currency": "string",  # of the measure amount
        "home": "float64",  # null where the source does not cover the home territory
        "overseas": "float64",
        "home_part": "float64",  # divided by the artists credited: what totals add up
        "overseas_part": "float64",
        "unplaced": "float64",  # of the world, in no territory
        "n_territories": "int64",  # abroad, with plays or a rank
        "abroad0": "int64",  # which these are: four words of 63 bits, as in territory_sets
        "abroad1": "int64",
        "abroad2": "int64",
        "abroad3": "int64",
        "n_days": "int64",  # days of the month that the source covers at most
        "month_days": "int64",
        "first_day": "date",
        "last_day": "date",
        "source": "string",  # what was counted: reporter, chart, length of its periods
        "n_sources": "int64",  # that say something of the same plays
        "differs": "float64",  # the largest share by which another source says less or more
    },
)
