"""What people ask of the facts: which tables there are, any of them for other tools, and less of
their history."""

from datetime import date, datetime
from typing import Annotated

from kaigai.terms.text import Text
from kaigai.terms.zones import instant_in
from kaigai.verbs.answer import Answer
from kaigai.verbs.params import Span, instant, span
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
    date | datetime | None,
    instant(
        Text(
            "As the workspace knew it at an instant; a day means its end in the label's zone.",
            "その時点でワークスペースが把握していた内容。日付だけなら、設定のタイムゾーンでの"
            "その日の終わり。",
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
    at = instant_in(call.zone, as_of) if as_of else None
    rows = asked(call.facts, chosen, as_of=at, raw=raw)
    return answers.table(rows, chosen, call.limit)


Keep = Annotated[
    Span,
    span(
        Text(
            "How far back the workspace still answers: 2y, 18m, 8w or 56d.",
            "さかのぼって参照できる期間。2y(年)、18m(か月)、8w(週)、56d(日)のように指定します。",
        ),
        example="2y",
    ),
]
Dry = Annotated[
    bool,
    Param(
        Text("Only say what would go.", "削除される量を表示するだけで、何も削除しません。"),
    ),
]


@verb(
    "store compact",
    Text(
        "Let go of what the workspace knew long ago, and of the files that only that needs.",
        "古い時点の内容と、それだけが使っているファイルを整理します。",
    ),
    "data",
    kind="make",
    lines=None,
    doing=Text("looking through the history", "履歴を確認中"),
)
def store_compact(call: Call, keep: Keep, dry: Dry = False) -> Answer:
    """Less history; all that is known today stays."""
    from kaigai.facts import answers
    from kaigai.facts.compaction import compact

    done = compact(call.facts, days=keep, keep=str(keep), at=call.at, dry=dry, watch=call.watch)
    return answers.compacted(done, str(keep))
