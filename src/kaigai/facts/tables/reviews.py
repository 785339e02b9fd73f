"""What a reviewer said about one suggestion, and what became of it."""

from kaigai.facts.table import Decided, Table
from kaigai.terms.text import Text

REVIEWS = Table(
    "reviews",
    about=Text(
        en="What a reviewer said about one suggestion, and what became of it.",
        ja="案に対して確認者が述べたことと、その結果です。",
    ),
    kind="decision",
    decided=Decided("subject_id", ("slot",), ("said",), "outcome"),
    key=("subject_kind", "subject_id", "slot", "at"),
    columns={
        "subject_kind": "string",
        "subject_id": "string",
        "slot": "string",
        "suggestion_id": "string",
        "outcome": "string",  # approved, changed, rejected, conflict, stale
        "said": "string",
        "now": "string",  # what stood in the registry at that moment
        "source_text": "string",  # the original that the reviewer saw
        "by": "string",
        "at": "timestamp('UTC')",
        "sheet": "string",
        "note": "string",
    },
)
