"""What people said of a doubt: whether a credited name is an artist, who said so and when."""

from kaigai.facts.table import Decided, Table
from kaigai.terms.text import Text

IDENTITY_ANSWERS = Table(
    "identity_answers",
    about=Text(
        en="What people said of a doubt: whether a credited name is an artist, who and when.",
        ja="確認が必要な名義について、人が下した判断(誰がいつ決めたかを含む)です。",
    ),
    kind="decision",
    decided=Decided("credit", ("title", "artist_id"), status="answer", subject_kind="credit"),
    key=("credit", "title", "artist_id", "at"),
    columns={
        "credit": "string",  # the name as credited
        "title": "string",  # of one song or video only; null for all of that credit
        "artist_id": "string",  # the artist that was proposed
        "answer": "string",  # yes, no
        "by": "string",
        "at": "timestamp('UTC')",
    },
)
