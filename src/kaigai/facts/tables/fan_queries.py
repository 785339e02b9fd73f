"""One query that a fan abroad would type, and whether it finds the recording."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

FAN_QUERIES = Table(
    "fan_queries",
    about=Text(
        en="One query that a fan abroad would type, and whether it finds the recording.",
        ja="海外のファンが入力しそうな検索語ひとつと、それで録音が見つかるかどうかです。",
    ),
    kind="result",
    key=("subject_kind", "subject_id", "query"),
    columns={
        "subject_kind": "string",
        "subject_id": "string",
        "kind": "string",
        "query": "string",
        "hits_before": "boolean",
        "hits_approved": "boolean",
        "hits_after": "boolean",
    },
)
