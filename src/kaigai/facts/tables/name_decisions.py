"""What a person decided about one name: approved or rejected, by whom, when and from what."""

from kaigai.facts.table import Decided, Table
from kaigai.terms.text import Text

NAME_DECISIONS = Table(
    "name_decisions",
    about=Text(
        en="What a person decided about one name: approved or rejected, by whom, when and from "
        "what.",
        ja="名称について人が下した判断。採用か却下か、誰が・いつ・何をもとにしたかです。",
    ),
    kind="decision",
    decided=Decided("subject_id", ("role", "language"), ("text",)),
    key=("subject_kind", "subject_id", "language", "role", "at", "text"),
    columns={
        "subject_kind": "string",
        "subject_id": "string",
        "text": "string",
        "language": "string",
        "role": "string",
        "status": "string",
        "is_locked": "boolean",
        "by": "string",
        "at": "timestamp('UTC')",
        "origin": "string",
        "based_on": "string",
        "note": "string",
    },
)
