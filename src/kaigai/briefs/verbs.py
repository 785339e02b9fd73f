"""What people ask of all rooms at once."""

from typing import Annotated

from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer
from kaigai.verbs.verb import Call, Param, verb

Label = Annotated[
    str | None,
    Param(
        Text(
            "Whose catalogue it is (else the label that most releases name).",
            "レポートに載せるレーベル名(省略時はリリースで最も多いレーベル名)。",
        ),
        free=True,
        shown="NAME",
    ),
]


@verb(
    "report",
    Text(
        "Write one page that opens anywhere: pictures first, printable, no network needed.",
        "図を中心とした一枚のレポートを書き出します。印刷でき、ネットワークも不要です。",
    ),
    "find",
    kind="make",
    out="report.html",
    pictures=True,
    lines=None,
    page=None,
    doing=Text("making the report", "レポートを作成中"),
)
def report(call: Call, label: Label = None) -> Answer:
    """Everything on one page."""
    from kaigai.briefs.label import label_name
    from kaigai.briefs.report import report as everything

    return everything(call, label or label_name(call.facts, call.engine))
