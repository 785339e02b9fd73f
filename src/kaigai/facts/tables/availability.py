"""For a recording or video, a service, a use and a day: which answer holds."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

AVAILABILITY = Table(
    "availability",
    about=Text(
        en="For a recording or video, a service, a use and a day: which answer holds.",
        ja="録音または動画、サービス、利用形態、日付ごとの配信可否です。",
    ),
    kind="result",
    key=(
        "subject_kind",
        "subject_id",
        "service",
        "use",
    ),
    columns={
        "subject_kind": "string",
        "subject_id": "string",
        "service": "string",
        "use": "string",
        "day": "date",
        "answer_id": "int64",
    },
)
