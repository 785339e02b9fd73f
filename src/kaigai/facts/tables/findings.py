"""A gap that a person should look at, with its evidence."""

from kaigai.facts.table import Table
from kaigai.terms.text import Text

FINDINGS = Table(
    "findings",
    about=Text(
        en="A gap that a person should look at, with its evidence.",
        ja="人が確認すべき課題と、その根拠です。",
    ),
    kind="result",
    key=("finding_id",),
    columns={
        "finding_id": "string",
        "check": "string",
        "subject_kind": "string",
        "subject_id": "string",
        "subject": "string",
        "artist_id": "string",
        "artist": "string",
        "severity": "string",
        "n_territories": "int64",
        "m0": "int64",
        "m1": "int64",
        "m2": "int64",
        "m3": "int64",
        "evidence": "string",
        "fix": "string",
        "gain": "float64",  # more plays a year if it is mended; null where unknown
        "gain_low": "float64",  # of a 90 % interval
        "gain_high": "float64",
        "gain_measure": "string",  # of what: streams or views, a year
        "gain_method": "string",  # what the estimate rests on
        "state": "string",
        "first_at": "timestamp('UTC')",
    },
)
