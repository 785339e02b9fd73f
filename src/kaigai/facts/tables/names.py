"""One spelling of one thing, as it was delivered."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

NAMES = Table(
    "names",
    about=Text(
        en="One spelling of one thing, as it was delivered.",
        ja="あるものの表記ひとつ(納品されたまま)です。",
    ),
    kind="fact",
    key=(
        "subject_kind",
        "subject_id",
        "text",
        "language",
        "role",
    ),
    columns={
        "subject_kind": "string",
        "subject_id": "string",
        "text": "string",
        "language": "string",
        "script": "string",
        "role": "string",
        "territory": "string",
        "is_default": "boolean",
        "is_official": "boolean",
        "key": "string",
        "is_romaji": "boolean",
        "is_decorated": "boolean",
        "is_side_by_side": "boolean",
        "contradicts_language": "boolean",
    },
)
