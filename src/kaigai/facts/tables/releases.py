"""A release, as it was delivered or as the label lists it."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

RELEASES = Table(
    "releases",
    about=Text(
        en="A release, as it was delivered or as the label lists it.",
        ja="納品された、またはレーベルの一覧にあるリリースです。",
    ),
    kind="fact",
    one_per_key=True,
    key=("release_id",),
    columns={
        "release_id": "string",
        "gtin": "string",
        "gtin_given": "string",
        "grid": "string",
        "catalog_number": "string",
        "title": "string",
        "party_id": "string",
        "artist": "string",
        "label": "string",
        "release_type": "string",
        "release_day": "date",
        "original_day": "date",
        "track_count": "int64",
        "is_delivered": "boolean",
        "deal_set_id": "int64",
        "genre": "string",
    },
)
