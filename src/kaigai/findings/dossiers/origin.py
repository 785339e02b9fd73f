"""What is known of one file: what it gave, and everything in it that was refused."""

from typing import Any

from kaigai.facts.table import TABLES
from kaigai.findings.dossiers.dossier import LISTED, Look, more
from kaigai.findings.dossiers.lookup import rows_of
from kaigai.formats.reports.stated_totals import stated_section
from kaigai.terms.section import Section, facts
from kaigai.terms.text import Text

KINDS = {
    "new": Text("new", "新規"),
    "update": Text("update", "更新"),
    "purge": Text("purge", "削除"),
    "test": Text("test", "テスト"),
    "snapshot": Text("as it stands", "現状"),
}


def origin(look: Look, id: str) -> list[Section]:
    """A file: how it was read, its deliveries, its rows per table, and all that was refused."""
    row = rows_of(look.engine, "origins", lambda t: t.origin_id == id)[-1]
    totals = _totals(look, id)
    sections = [_about(row), _refusals(look, id), _deliveries(look, id), _rows(look, id)]
    return [sections[0], totals, *sections[1:]] if totals.note else sections


def _about(row: dict[str, Any]) -> Section:
    return facts(
        Text("File", "ファイル"),
        [
            (Text("path", "パス"), row["path"]),
            (Text("id", "ID"), row["origin_id"]),
            (Text("read by", "読み込み形式"), row["reader"]),
            (Text("held under", "利用条件"), row["licence"]),
            (Text("read", "読み込み"), row["read_at"]),
            (Text("file's date", "ファイルの日付"), row["modified_at"]),
            (Text("bytes", "バイト"), row["bytes"]),
            (Text("SHA-256", "SHA-256"), row["sha256"]),
            (Text("rows", "行数"), row["rows"]),
            (Text("refused", "読めなかった件数"), row["refused"]),
            (Text("refused as a whole", "全体を拒否"), bool(row["is_refused"])),
        ],
    )


def _totals(look: Look, id: str) -> Section:
    if "report_totals" not in look.engine:
        return stated_section([], with_file=False)
    stored = look.engine.stored(TABLES["report_totals"])
    rows = stored.filter(stored.origin_id == id).to_pyarrow().to_pylist()
    return stated_section(rows, with_file=False)


def _refusals(look: Look, id: str) -> Section:
    """All of them: this is the place where people come to see the rest."""
    rows = rows_of(look.engine, "refusals", lambda t: t.origin_id == id)
    cells = {
        (
            row["place"],
            row["found"],
            Text(row["expected_en"], row["expected_ja"]),
            Text(row["todo_en"], row["todo_ja"]),
        ): None
        for row in rows
    }
    columns = (
        Text("place", "場所"),
        Text("found", "内容"),
        Text("expected", "必要なもの"),
        Text("to do", "対処"),
    )
    note = None if cells else Text("Nothing was refused.", "読めなかったものはありません。")
    return Section(Text("Refused", "読めなかったもの"), columns, tuple(cells), note=note)


def _deliveries(look: Look, id: str) -> Section:
    if "deliveries" not in look.engine:
        return Section(Text("Deliveries", "納品"))
    stored = look.engine.stored(TABLES["deliveries"])
    rows = stored.filter(stored.origin_id == id).to_pyarrow().to_pylist()
    live = rows_of(look.engine, "deliveries", lambda t: t.origin_id == id)
    seen = {row["delivery_id"] for row in live}
    rows.sort(key=lambda row: row["scope"])
    cells = [
        (
            row["scope"],
            KINDS.get(row["kind"], row["kind"]),
            row["delivered_at"],
            row["delivery_id"] in seen,
        )
        for row in rows[:LISTED]
    ]
    columns = (
        Text("what", "対象"),
        Text("kind", "種類"),
        Text("delivered", "納品"),
        Text("in force", "有効"),
    )
    note = more(len(rows), LISTED) if rows else Text("None.", "なし。")
    return Section(Text("Deliveries", "納品"), columns, tuple(cells), note=note)


def _rows(look: Look, id: str) -> Section:
    counts = []
    for table in TABLES.values():
        if table.kind == "fact" and table.name in look.engine:
            stored = look.engine.stored(table)
            counts.append((table.name, stored.filter(stored.origin_id == id).count().execute()))
    cells = tuple((name, count) for name, count in counts if count)
    columns = (Text("table", "表"), Text("rows", "行数"))
    note = None if cells else Text("It gave no rows.", "行はありません。")
    return Section(Text("Rows by table", "表ごとの行数"), columns, cells, right=(1,), note=note)
