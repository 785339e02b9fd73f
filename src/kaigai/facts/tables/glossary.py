"""A word with its one form in a language, or one that is never translated."""

from kaigai.facts.table import Decided, Table
from kaigai.terms.text import Text

GLOSSARY = Table(
    "glossary",
    about=Text(
        en="A word with its one form in a language, or one that is never translated.",
        ja="言語ごとに訳語が決まっている語、または決して訳さない語です。",
    ),
    kind="decision",
    decided=Decided("word", ("language", "artist_id"), ("form",), subject_kind="word"),
    key=("word", "language", "artist_id", "at"),
    columns={
        "word": "string",
        "form": "string",  # null: it stays as it is
        "language": "string",  # null: every language
        "artist_id": "string",  # null: everybody's texts
        "kind": "string",  # term, artist, title
        "status": "string",  # in use, removed
        "by": "string",
        "at": "timestamp('UTC')",
        "origin": "string",
        "note": "string",
    },
)
