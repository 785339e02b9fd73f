"""Tables as answers: the list of them, and the first rows of one beside all of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from kaigai.facts.table import TABLES, Table
from kaigai.terms.section import Section
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Answer, Blank, Step

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kaigai.facts.compaction import Compaction

WIDEST: Final = 32  #: letters of a cell that is looked at
COLUMNS: Final = 8  #: columns that are looked at, the first with content
KINDS: Final = {
    "fact": Text("fact", "事実"),
    "interned": Text("shared", "共有"),
    "log": Text("log", "記録"),
    "decision": Text("decisions", "判断"),
    "result": Text("result", "結果"),
}


def tables(counts: Mapping[str, int]) -> Answer:
    """Every table with its rows; without any, what fills them."""
    rows = tuple(
        (each.name, counts.get(each.name), KINDS[each.kind], each.about)
        for each in TABLES.values()
    )
    columns = (
        Text("table", "表"),
        Text("rows", "行数"),
        Text("kind", "種類"),
        Text("about", "内容"),
    )
    steps = [Step("read", FILL)]
    if counts:
        steps = [Step("table", ALL_ROWS, {"name": Blank("NAME")}, out="NAME.xlsx")]
        if "findings" not in counts:
            steps.append(Step("audit", RESULTS))
    return Answer(LISTED, (Section(LISTED, columns, rows, (1,)),), counts, steps=steps)


def table(rows: "ir.Table", of: Table, limit: int | None) -> Answer:
    """The first rows to look at, and all of them, streamed, for other tools; `limit` binds both
    where it is given."""
    from kaigai.facts.table_query import in_order

    def table(language: Language) -> "ir.Table":
        ordered = in_order(rows, of)
        return ordered.limit(limit) if limit else ordered

    return Answer(
        of.about,
        (_first(rows, of, limit),) if limit else (),
        table=table,
        steps=(Step("table", ALL_ROWS, {"name": of.name}, out=f"{of.name}.xlsx"),),
    )


def _first(rows: "ir.Table", of: Table, limit: int) -> Section:
    total = rows.count().to_pyarrow().as_py()
    first = rows.order_by(of.key).limit(limit).to_pyarrow().to_pylist()
    filled = [name for name in of.stored if any(row[name] is not None for row in first)]
    shown, hidden = filled[:COLUMNS], filled[COLUMNS:]
    empty = [name for name in of.stored if name not in filled]
    return Section(
        of.about,
        tuple(Text(name, name) for name in shown),
        tuple(tuple(cell(row[name]) for name in shown) for row in first),
        tuple(place for place, name in enumerate(shown) if _is_figure(name, first)),
        _note(len(first), total, hidden, empty) if first else EMPTY,
    )


def cell(value: Any) -> Any:
    """A value on one line, as it stands in a CSV, cut where it is too wide."""
    match value:
        case datetime():
            return f"{value:%Y-%m-%dT%H:%M:%SZ}"
        case list():
            return cell("; ".join(map(str, value)))
        case str():
            text = " ".join(value.split())
            return text if len(text) <= WIDEST else f"{text[: WIDEST - 1].rstrip()}…"
        case _:
            return value


def _is_figure(name: str, rows: list[dict[str, Any]]) -> bool:
    kinds = {type(row[name]) for row in rows if row[name] is not None}
    return kinds <= {int, float}


def _note(shown: int, total: int, hidden: list[str], empty: list[str]) -> Text:
    en, ja = [f"{shown} of {total:,} rows"], [f"全{total:,}行のうち{shown}行"]
    if hidden:
        en.append(f"columns not shown: {', '.join(hidden)}")
        ja.append(f"表示していない列: {', '.join(hidden)}")
    if empty:
        en.append(f"columns without content here: {', '.join(empty)}")
        ja.append(f"ここでは空の列: {', '.join(empty)}")
    return Text("; ".join(en), "。".join(ja))


def compacted(done: "Compaction", keep: str) -> Answer:
    """What went, or would go, what is left, and how much room that made."""
    went_en, went_ja = ("let go", "整理した") if done.is_done else ("would go", "整理される")
    rows = (
        (Text(f"states that {went_en}", f"{went_ja}時点"), f"{done.commits:,}"),
        (Text("states that stay", "残る時点"), f"{done.kept:,}"),
        (Text("as-of answers from", "参照できる最も古い時点"), done.since),
        (Text(f"files that {went_en}", f"{went_ja}ファイル"), f"{done.files:,}"),
        (Text("room, MB", "空く容量(MB)"), f"{done.bytes / 1e6:,.1f}"),
    )
    title = COMPACTED if done.is_done else WOULD_GO
    columns = (Text("what", "項目"), Text("how much", "量"))
    nothing = not done.commits and not done.files
    again = Step("store compact", GO, {"keep": keep})
    return Answer(
        title,
        (Section(title, columns, rows, (1,), NOTHING_OLD if nothing else None),),
        done,
        steps=() if done.is_done or nothing else (again,),
    )


COMPACTED = Text("History was compacted", "履歴を整理しました")
WOULD_GO = Text("What compacting would do", "整理した場合の結果")
GO = Text("let it go", "実際に整理する")
NOTHING_OLD = Text("nothing is as old as that", "それより古い内容はありません")
LISTED = Text("Tables", "表")
FILL = Text("fill the tables", "表にデータを読み込む")
RESULTS = Text("fill the results", "結果の表を作る")
ALL_ROWS = Text("have all rows in a file", "全行をファイルに書き出す")
EMPTY = Text("nothing was read into it yet", "まだ何も読み込まれていません")
