"""A row or element that could not be used, with what was expected and what to do."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

REFUSALS = Table(
    "refusals",
    about=Text(
        en="A row or element that could not be used, with what was expected and what to do.",
        ja="使えなかった行や要素と、期待した内容、直し方です。",
    ),
    kind="log",
    key=(
        "origin_id",
        "place",
        "expected_en",
    ),
    columns={
        "origin_id": "string",
        "place": "string",
        "found": "string",
        "expected_en": "string",
        "expected_ja": "string",
        "todo_en": "string",
        "todo_ja": "string",
        "is_fatal": "boolean",
    },
)
