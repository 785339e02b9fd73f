"""Every decision of people about music, in the order in which they were taken."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

DECISIONS = Table(
    "decisions",
    about=Text(
        en="Every decision of people about music: about what, which value, who, when, and on "
        "which facts. Names, identities, reviews, clearances and the glossary are views of it.",
        ja="音楽について人が下した判断のすべて。何について・どの値に・誰が・いつ・どの時点の"
        "データをもとに決めたか。名称・名義・確認・許諾・用語の各表は、ここから見たものです。",
    ),
    kind="decision",
    key=("id",),
    columns={
        "id": "int64",
        "question": "string",  # the table that is a view of it
        "subject_kind": "string",
        "subject_id": "string",
        "field": "string",  # JSON: what the question depends on beside the subject
        "value": "string",
        "status": "string",
        "by": "string",
        "at": "timestamp('UTC')",
        "facts": "int64",  # the number of the commit that was seen; null: not known
        "note": "string",
        "detail": "string",  # JSON: what else the table has
    },
)
