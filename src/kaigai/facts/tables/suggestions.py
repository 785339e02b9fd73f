"""A form that a machine, a memory or a service suggests for a name or a caption; never final."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

SUGGESTIONS = Table(
    "suggestions",
    about=Text(
        en="A form that a machine, a memory or a service suggests for a name or a caption; "
        "never final.",
        ja="機械・翻訳メモリ・翻訳サービスによる、名称や字幕の案。採用は必ず人が決めます。",
    ),
    kind="log",
    key=("suggestion_id", "at"),
    columns={
        "suggestion_id": "string",
        "subject_kind": "string",  # recording, release, party, video, cue
        "subject_id": "string",
        "slot": "string",  # latin, english, lang:ko …, as in the registry of names
        "language": "string",
        "artist_id": "string",
        "artist": "string",
        "source_text": "string",
        "source_language": "string",
        "reading": "string",
        "text": "string",  # null: people are asked, nothing was found
        "confidence": "float64",  # null: unknown
        "tier": "string",  # suggest, must review
        "rank": "int64",  # among those of the same origin
        "origin": "string",  # romaniser:STYLE, memory, reference, a service and its model, people
        "based_on": "string",  # what the origin made it from
        "faults": "array<string>",  # term:FORM, same, script
        "is_lyrics": "boolean",
        "at": "timestamp('UTC')",
    },
)
