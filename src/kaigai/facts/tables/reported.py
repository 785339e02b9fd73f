"""Each distinct thing that reports name, in a report's own words."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

REPORTED = Table(
    "reported",
    about=Text(
        en="Each distinct thing that reports name, in a report's own words.",
        ja="レポートに現れる楽曲・動画・アーティストなどを、レポートの表記のまま1件ずつ示します。",
    ),
    kind="interned",
    key=("reported_id",),
    columns={
        "reported_id": "string",  # a hash of the other columns
        "subject_kind": "string",
        "subject_id": "string",
        "title": "string",
        "artist": "string",
        "isrc": "string",
        "gtin": "string",
        "album": "string",
        "duration_ms": "int64",
    },
)
