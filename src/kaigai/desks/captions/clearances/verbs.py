"""What people ask of clearances: which lyrics may leave, and recording who allowed it."""

from datetime import date
from typing import Annotated

from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer, File
from kaigai.verbs.params import day
from kaigai.verbs.verb import Call, Param, verb

AsOf = Annotated[
    date | None,
    day(Text("Judge on this day (else today).", "この日付で判定します(省略時は今日)。")),
]
Sheet = Annotated[
    File,
    Param(
        Text(
            "A sheet (CSV, XLSX or JSON): work, language, use, territories, term, who, proof.",
            "許諾の表(CSV・XLSX・JSON)。作品ID・言語・用途・地域・期間・許諾者・証拠。",
        ),
        word=True,
        shown="SHEET",
        example="examples/label/artists.csv",
    ),
]


@verb(
    "clearances",
    Text(
        "Which lyrics may leave in which language: the clearances, and what is about to end.",
        "どの歌詞をどの言語で外に出してよいか。許諾の一覧と、まもなく終わるものを示します。",
    ),
    "fix",
    lines=None,
)
def clearances(call: Call, as_of: AsOf = None) -> Answer:
    """Which lyrics may leave."""
    from kaigai.desks.captions.clearances import actions, answers

    records = actions.listed(call.facts)
    return answers.clearances(call.facts, records, as_of or call.today)


@verb(
    "clearances import",
    Text("Record the clearances of a sheet.", "許諾の表を取り込みます。"),
    "fix",
    kind="decide",
    stands="new",
    role="reviewer",
)
def clearances_import(call: Call, sheet: Sheet) -> Answer:
    """Record clearances."""
    from kaigai.desks.captions.clearances import actions, answers

    taken = actions.take(
        call.facts, content=sheet.content, name=sheet.name, by=call.by, at=call.at
    )
    return answers.taken(taken, sheet.name, call.today)
