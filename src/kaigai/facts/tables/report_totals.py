"""What a report says of its own sums, beside what its rows add up to."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

REPORT_TOTALS = Table(
    "report_totals",
    about=Text(
        en="What a report says of its own sums, beside what its rows add up to.",
        ja="レポート自身が示す合計と、行を足し上げた結果です。",
    ),
    kind="fact",
    key=("report", "period_start", "period_end", "measure", "place"),
    columns={
        "report": "string",
        "period_start": "date",
        "period_end": "date",
        "measure": "string",  # as in usage; or rows, lines, blocks, amount
        "currency": "string",  # of an amount
        "stated": "float64",
        "counted": "float64",
        "agrees": "boolean",
        "place": "string",  # where the report states it
    },
)
