"""One run of the checks, and what it ran and skipped."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

AUDITS = Table(
    "audits",
    about=Text(
        en="One run of the checks, and what it ran and skipped.",
        ja="監査の実行ひとつと、実行・省略した検査です。",
    ),
    kind="log",
    key=("audit_id",),
    columns={
        "audit_id": "string",
        "at": "timestamp('UTC')",
        "as_of": "date",
        "commit": "int64",
        "ran": "array<string>",
        "skipped": "array<string>",
        "reasons": "array<string>",
        "reasons_ja": "array<string>",
        "failed": "array<string>",  # of those skipped: they broke, the others lack a table
        "new": "int64",
        "remaining": "int64",
        "fixed": "int64",
    },
)
