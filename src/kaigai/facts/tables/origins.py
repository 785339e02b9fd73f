"""A file or reply that rows came from."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

ORIGINS = Table(
    "origins",
    about=Text(
        en="A file or reply that rows came from.",
        ja="行の出どころとなったファイルまたは応答です。",
    ),
    kind="log",
    key=("origin_id",),
    columns={
        "origin_id": "string",
        "path": "string",
        "sha256": "string",
        "bytes": "int64",
        "reader": "string",
        "licence": "string",
        "read_at": "timestamp('UTC')",
        "modified_at": "timestamp('UTC')",
        "rows": "int64",
        "refused": "int64",
        "is_refused": "boolean",
    },
)
