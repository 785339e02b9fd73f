"""A text and its translation that people approved, here or in another tool."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

TRANSLATION_MEMORY = Table(
    "translation_memory",
    about=Text(
        en="A text and its translation that people approved, here or in another tool.",
        ja="人が承認した原文と訳文の組。ここで承認したものと、他のツールから取り込んだものです。",
    ),
    kind="interned",
    key=("entry_id",),
    columns={
        "entry_id": "string",
        "source_language": "string",
        "target_language": "string",
        "source": "string",
        "target": "string",
        "kind": "string",  # recording, release, party, video, cue, lyrics; null: unknown
        "artist_id": "string",
        "origin": "string",
        "by": "string",
        "at": "timestamp('UTC')",
    },
)
