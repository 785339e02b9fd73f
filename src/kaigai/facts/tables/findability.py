"""How many of the queries a fan abroad would type find a recording, before and after."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

FINDABILITY = Table(
    "findability",
    about=Text(
        en="How many of the queries a fan abroad would type find a recording, before and after.",
        ja="海外のファンが入力しそうな検索語のうち、録音にたどり着ける数(改善前・改善後)です。",
    ),
    kind="result",
    key=("subject_kind", "subject_id"),
    columns={
        "subject_kind": "string",
        "subject_id": "string",
        "subject": "string",
        "artist_id": "string",
        "artist": "string",
        "artist_latin": "string",
        "basis": "string",  # what the queries rest on: official, reading, guess, none
        "n_queries": "int64",
        "hits_before": "int64",
        "hits_approved": "int64",
        "hits_after": "int64",
        "missed": "array<string>",
        "suggested": "array<string>",
        "as_of": "date",
    },
)
