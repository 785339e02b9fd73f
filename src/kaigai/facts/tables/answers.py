"""A distinct answer of availability: what is open, closed and unknown, and why."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

ANSWERS = Table(
    "answers",
    about=Text(
        en="A distinct answer of availability: what is open, closed and unknown, and why.",
        ja="配信可否の答え。どの地域が開いているか、閉じているか、不明か、その理由です。",
    ),
    kind="result",
    key=("answer_id",),
    columns={
        "answer_id": "int64",
        "n_open": "int64",
        "n_closed": "int64",
        "n_unknown": "int64",
        "open0": "int64",
        "open1": "int64",
        "open2": "int64",
        "open3": "int64",
        "unknown0": "int64",
        "unknown1": "int64",
        "unknown2": "int64",
        "unknown3": "int64",
        "early0": "int64",
        "early1": "int64",
        "early2": "int64",
        "early3": "int64",
        "ended0": "int64",
        "ended1": "int64",
        "ended2": "int64",
        "ended3": "int64",
        "takedown0": "int64",
        "takedown1": "int64",
        "takedown2": "int64",
        "takedown3": "int64",
        "blocked0": "int64",
        "blocked1": "int64",
        "blocked2": "int64",
        "blocked3": "int64",
    },
)
