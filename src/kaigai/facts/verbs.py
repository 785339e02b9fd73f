"""What people ask of the facts: which tables there are, and any of them for other tools."""

from datetime import datetime
from typing import Annotated

from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer
from kaigai.verbs.params import instant
from kaigai.verbs.verb import Call, Param, verb


def _known(name: str) -> str:
    from kaigai.facts.table_query import table_named

    return table_named(name).name


Name = Annotated[
    str,
    Param(
        Text("A table that `kaigai tables` lists.", "`kaigai tables` に出る表の名前。"),
        _known,
        word=True,
        shown="NAME",
        example="recordings",
    ),
]
AsOf = Annotated[
    datetime | None,
    instant(
        Text(
            "As the workspace knew it at an instant; a day means its end (UTC).",
            "その時点でワークスペースが把握していた内容。日付だけならその日の終わり(UTC)。",
        )
    ),
]
Raw = Annotated[
    bool,
    Param(
        Text(
            "Every row of live deliveries, before one per key is chosen.",
            "キーごとに一行へ絞る前の、有効な納品の全行。",
        )
    ),
]


@verb(
    "tables",
    Text("List the tables, and how many rows each has.", "表と行数を一覧します。"),
    "data",
    stands="any",
    lines=None,
)
def tables(call: Call) -> Answer:
    """Which tables there are."""
    from kaigai.facts import answers
    from kaigai.facts.table_query import count_rows

    return answers.tables(count_rows(call.store) if call.store else {})


@verb(
    "table",
    Text(
        "Any table as a file or to a pipe, for other tools.",
        "任意の表を、ほかのツール向けにファイルやパイプへ出力します。",
    ),
    "data",
    lines=20,
    piped="csv",
)
def table(call: Call, name: Name, as_of: AsOf = None, raw: Raw = False) -> Answer:
    """Any table."""
    from kaigai.facts import answers
    from kaigai.facts.table import TABLES
    from kaigai.facts.table_query import asked

    chosen = TABLES[name]
    rows = asked(call.facts, chosen, as_of=as_of, raw=raw)
    return answers.table(rows, chosen, call.limit)
