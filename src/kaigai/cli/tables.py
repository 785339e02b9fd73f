"""The terminal door of the facts: `kaigai tables`, `kaigai table NAME`."""

import sys
from datetime import datetime
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kaigai.cli import terminal, when
from kaigai.cli.preview import preview
from kaigai.cli.terminal import say
from kaigai.facts.store import Facts, StoreError
from kaigai.facts.table import TABLES, Table
from kaigai.facts.table_query import NoTable, asked, count_rows, in_order, table_named
from kaigai.terms.text import Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kaigai.facts.export import Format

SHOWN = 20  #: rows on a screen

TABLES_HELP = Text("List the tables, and how many rows each has.", "表と行数を一覧します。")
TABLE_HELP = Text(
    en="Any table as a file or to a pipe, for other tools.",
    ja="任意の表を、ほかのツール向けにファイルやパイプへ出力します。",
)
NAME = Text("A table that `kaigai tables` lists.", "`kaigai tables` に出る表の名前。")
FORMAT = Text(
    en="csv, json, parquet or xlsx (else as --out ends; else csv).",
    ja="csv、json、parquet、xlsx(省略時は --out の拡張子、なければ csv)。",
)
AS_OF = Text(
    en="As the workspace knew it at an instant; a day means its end (UTC).",
    ja="その時点でワークスペースが把握していた内容。日付だけならその日の終わり(UTC)。",
)
OUT = Text("Write to this file.", "このファイルに書き出します。")
RAW = Text(
    en="Every row of live deliveries, before one per key is chosen.",
    ja="キーごとに一行へ絞る前の、有効な納品の全行。",
)
KINDS = {
    "fact": Text("fact", "事実"),
    "interned": Text("shared", "共有"),
    "log": Text("log", "記録"),
    "result": Text("result", "結果"),
}


def register(app: typer.Typer) -> None:
    """Add the commands about tables."""

    @app.command("tables", help=say(TABLES_HELP))
    def tables_(
        workspace: Annotated[Path | None, typer.Option(help=say(terminal.WORKSPACE))] = None,
    ) -> None:
        counts = _counts(terminal.workspace_path(workspace))
        columns = [Text("table", "表"), Text("rows", "行数"), Text("kind", "種類"), Text("", "")]
        rows = [
            (table.name, counts.get(table.name), say(KINDS[table.kind]), say(table.about))
            for table in TABLES.values()
        ]
        terminal.table(columns, rows, right=[1])
        _what_now_with_tables(counts, workspace)

    @app.command("table", help=say(TABLE_HELP))
    def table_(
        name: Annotated[str, typer.Argument(help=say(NAME))],
        format: Annotated[str | None, typer.Option(help=say(FORMAT))] = None,
        as_of: Annotated[str | None, typer.Option(help=say(AS_OF))] = None,
        out: Annotated[Path | None, typer.Option(help=say(OUT))] = None,
        raw: Annotated[bool, typer.Option("--raw", help=say(RAW))] = False,
        workspace: Annotated[Path | None, typer.Option(help=say(terminal.WORKSPACE))] = None,
    ) -> None:
        table = _known(name)
        wanted = _format(format, out)
        instant = when.instant(as_of)
        rows = _rows(terminal.workspace_path(workspace), table, instant, raw=raw)
        if out is None and wanted is None and sys.stdout.isatty():
            _screen(rows, table, workspace)
        else:
            _deliver(rows, table, out, wanted or "csv", workspace)


def _known(name: str) -> Table:
    try:
        return table_named(name)
    except NoTable as error:
        terminal.wrong(error.text)


def _format(given: str | None, out: Path | None) -> "Format | None":
    from kaigai.facts.export import BINARY, FORMATS, format_of

    if given is not None and given not in FORMATS:
        terminal.wrong(NO_FORMAT, given=given, formats=", ".join(FORMATS))
    chosen = next((each for each in FORMATS if each == given), None)
    if out is not None:
        return chosen or format_of(out)
    if chosen in BINARY and sys.stdout.isatty():
        terminal.wrong(NOT_ON_SCREEN, format=chosen)
    return chosen


def _rows(path: Path, table: Table, instant: datetime | None, *, raw: bool) -> "ir.Table":
    try:
        return asked(Facts.open(path), table, as_of=instant, raw=raw)
    except StoreError as error:
        terminal.wrong(error.text)


def _deliver(
    rows: "ir.Table",
    table: Table,
    out: Path | None,
    format: "Format",
    workspace: Path | None,
) -> None:
    from kaigai.facts.export import ExportError, export

    try:
        count = export(in_order(rows, table), out or sys.stdout.buffer, format)
    except ExportError as error:
        terminal.wrong(error.text)
    if out is not None:
        terminal.show(WRITTEN, out=out, count=f"{count:,}", name=table.name)
        terminal.what_now(("kaigai tables", SEE_TABLES), workspace=workspace)


def _screen(rows: "ir.Table", table: Table, workspace: Path | None) -> None:
    total = rows.count().execute()
    first = rows.order_by(table.key).limit(SHOWN).to_pyarrow().to_pylist()
    terminal.heading(table.about)
    if not total:
        terminal.show(EMPTY)
        read = ("kaigai read PATH", Text("read files", "ファイルを読み込む"))
        terminal.what_now(read, workspace=workspace)
        return
    seen = preview([_plain(row) for row in first], list(table.stored), get_terminal_size().columns)
    terminal.table(list(seen.columns), seen.rows, right=seen.right)
    terminal.show(FIRST, shown=len(first), total=f"{total:,}")
    if seen.hidden:
        terminal.show(HIDDEN, names=", ".join(seen.hidden))
    if seen.empty:
        terminal.show(NO_CONTENT, names=", ".join(seen.empty))
    every = (f"kaigai table {table.name} --out {table.name}.xlsx", ALL_ROWS)
    terminal.what_now(every, workspace=workspace)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """A row whose instants and lists read as they do in a CSV."""
    return {name: _one(value) for name, value in row.items()}


def _one(value: Any) -> Any:
    match value:
        case datetime():
            return f"{value:%Y-%m-%dT%H:%M:%SZ}"
        case list():
            return "; ".join(map(str, value))
        case bool():
            return say(terminal.YES if value else terminal.NO)
        case _:
            return value


def _counts(path: Path) -> dict[str, int]:
    """Rows per table; none at all where there is no workspace yet."""
    try:
        return count_rows(Facts.open(path))
    except StoreError:
        return {}


def _what_now_with_tables(counts: dict[str, int], workspace: Path | None) -> None:
    if not counts:
        fill = ("kaigai read PATH", Text("fill the tables", "表にデータを読み込む"))
        terminal.what_now(fill, workspace=workspace)
        return
    steps = [("kaigai table NAME --out NAME.xlsx", ALL_ROWS)]
    if "findings" not in counts:
        steps.append(("kaigai audit", Text("fill the results", "結果の表を作る")))
    terminal.what_now(*steps, workspace=workspace)


NO_FORMAT = Text(
    en="there is no format {given}; there are: {formats}",
    ja="{given} という形式はありません。あるのは {formats} です",
)
NOT_ON_SCREEN = Text(
    en="{format} is no use on a screen; add --out FILE",
    ja="{format} は画面に表示できません。--out でファイルを指定してください",
)
WRITTEN = Text("{out}: {count} rows of {name}", "{out}: {name} {count}行")
SEE_TABLES = Text("see what other tables there are", "ほかの表を見る")
ALL_ROWS = Text("have all rows in a file", "全行をファイルに書き出す")
EMPTY = Text("nothing was read into it yet", "まだ何も読み込まれていません")
FIRST = Text("{shown} of {total} rows", "全{total}行のうち{shown}行")
HIDDEN = Text("columns not shown: {names}", "表示していない列: {names}")
NO_CONTENT = Text("columns without content here: {names}", "ここでは空の列: {names}")
