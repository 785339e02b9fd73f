"""Plays, or a rank, of a thing in a territory and a period."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

USAGE = Table(
    "usage",
    about=Text(
        en="Plays, or a rank, of a thing in a territory and a period.",
        ja="ある地域・期間における再生数または順位です。",
    ),
    kind="fact",
    key=(
        "day",
        "service",
        "chart",
        "territory",
        "measure",
        "subject_kind",
        "subject_id",
        "title",
        "artist",
        "reporter",
        "days",
        "offer",
    ),
    columns={
        "day": "date",
        "days": "int64",
        "service": "string",
        "chart": "string",
        "territory": "string",
        "measure": "string",
        "quantity": "float64",
        "subject_kind": "string",
        "subject_id": "string",
        "title": "string",
        "artist": "string",
        "reporter": "string",  # the report that says so, by its reader's name
        "reported_day": "date",  # the first day of the statement that says so
        "amount_millionths": "int64",  # of the currency; exact when added up
        "currency": "string",
        "isrc": "string",
        "gtin": "string",
        "album": "string",
        "duration_ms": "int64",
        "offer": "string",  # the subscription or price that was paid, as the report calls it
    },
)
