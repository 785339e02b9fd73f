"""Usage added up by month, made while a report is read.

A delivery may have several rows of one key: whoever reads them adds them up (`best` is the least).
A row of ranks counts no plays: it has `best` and `weight`, and no `quantity`.
"""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

USAGE_MONTHLY = Table(
    "usage_monthly",
    about=Text(
        en="Plays, ranks and money of each reported thing, added up by month.",
        ja="レポートに現れる対象ごとの再生数・順位・金額を、月別に集計したものです。",
    ),
    kind="fact",
    key=(
        "month",
        "service",
        "chart",
        "territory",
        "measure",
        "reporter",
        "length",
        "reported_id",
        "currency",
    ),
    columns={
        "month": "date",  # the first day of the month in which the periods begin
        "service": "string",
        "chart": "string",
        "territory": "string",
        "measure": "string",
        "reporter": "string",
        "length": "string",  # of the periods: day, week, month, longer
        "reported_id": "string",
        "currency": "string",
        "quantity": "float64",  # null for ranks
        "n_days": "int64",  # distinct first days of periods
        "first_day": "date",
        "last_day": "date",  # the first day of the last period
        "best": "float64",  # the least rank
        "weight": "float64",  # of ranks: the sum of rank to the power of -0.42
        "amount_millionths": "int64",
        "rows": "int64",
    },
)
