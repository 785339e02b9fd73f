"""What a rights holder allowed to do with the words of a song, as people recorded it."""

from kaigai.facts.table import Decided, Table
from kaigai.terms.text import Text

CLEARANCES = Table(
    "clearances",
    about=Text(
        en="What a rights holder allowed to do with a song's words: language, use, where, until "
        "when, and the proof.",
        ja="歌詞の利用許諾の記録。言語・用途・地域・期間・許諾者・証拠です。"
        "新しい行が古い行に代わります。",
    ),
    kind="decision",
    decided=Decided(
        "clearance_id",
        (),
        ("territories", "start", "end", "proof"),
        subject_kind="clearance",
    ),
    key=("clearance_id", "at"),
    columns={
        "clearance_id": "string",  # of work, language, use and holder
        "work_id": "string",
        "title": "string",
        "language": "string",
        "use": "string",  # translation, romanisation
        "territories": "array<string>",
        "start": "date",
        "end": "date",  # the last day; none: without end
        "holder": "string",  # who allowed it
        "proof": "string",  # where the agreement lies
        "status": "string",  # cleared, asked, refused, withdrawn
        "note": "string",
        "by": "string",
        "at": "timestamp('UTC')",
        "sheet": "string",
        "line": "int64",
    },
)
