"""The terminal door of reading: `kaigai read`, `kaigai readers`."""

import json
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kaigai.cli import terminal
from kaigai.cli.sections import show
from kaigai.cli.terminal import say
from kaigai.facts.store import Facts, StoreError
from kaigai.formats.reports.stated_totals import stated_section
from kaigai.sources.told import STATUSES
from kaigai.terms.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaigai.formats.sheets.preview import SheetPreview
    from kaigai.sources.actions import Guessed
    from kaigai.sources.reader import Refused
    from kaigai.sources.result import ReadResult

SHOWN = 20  #: refusals printed; the rest is in `kaigai show ORIGIN`

READ = Text(
    en="Read files and folders; formats are recognised by content.",
    ja="ファイルやフォルダを読み込みます。形式は中身から判別します。",
)
READERS_HELP = Text(en="List what can be read.", ja="読み込める形式を一覧します。")
PATHS = Text(en="Files, folders, zips.", ja="ファイル、フォルダ、ZIP。")
READER = Text(en="Use this reader, whatever the content.", ja="中身によらず、この形式で読みます。")
MAPPING = Text(
    en="A TOML file that says which column is which: column = field.",
    ja="どの列が何かを示すTOMLファイル(列名 = 項目名)。",
)
PREVIEW = Text(
    en="Only show what each column of a sheet is taken for; read nothing.",
    ja="表の各列を何とみなすかだけを表示し、読み込みはしません。",
)
READING = Text(en="reading", ja="読み込み中")

NOTHING_TO_MAP = Text(
    en="recognised as {reader}, which knows its own columns",
    ja="{reader} と判別しました。列の指定は要りません",
)
FIELDS = Text(en="A mapping may name: {names}", ja="対応表で使える項目: {names}")
IS_READ = Text(en="sheet {sheet}, header in row {row}", ja="シート {sheet}、見出しは{row}行目")
IS_PASSED_OVER = Text(
    en="sheet {sheet} would be passed over: too little of row {row} is recognised",
    ja="シート {sheet} は読み飛ばします。{row}行目の見出しがほとんど分かりません",
)
NOT_RECOGNISED = Text(en="not recognised, not read", ja="不明(読みません)")


def register(app: typer.Typer) -> None:
    """Add the commands of this stage."""

    @app.command("read", help=say(READ))
    def read_(
        paths: Annotated[list[Path], typer.Argument(help=say(PATHS))],
        workspace: Annotated[Path | None, typer.Option(help=say(terminal.WORKSPACE))] = None,
        reader: Annotated[str | None, typer.Option(help=say(READER))] = None,
        mapping: Annotated[Path | None, typer.Option(help=say(MAPPING))] = None,
        preview: Annotated[bool, typer.Option("--preview", help=say(PREVIEW))] = False,
    ) -> None:
        from kaigai.sources import actions

        if preview:
            _known(reader)
            guessed = actions.guess(paths=paths, reader=reader, options=_options(mapping))
            raise typer.Exit(show_guesses(guessed))
        facts = Facts.open(terminal.workspace_path(workspace), create=True)
        _known(reader)
        options = _options(mapping)
        try:
            with terminal.progress(READING) as watch:
                result = actions.read(
                    facts,
                    paths=paths,
                    at=datetime.now(UTC),
                    reader=reader,
                    options=options,
                    watch=watch,
                )
        except StoreError as error:
            terminal.wrong(error.text)
        summarise(result)
        _next(result, workspace)
        raise typer.Exit(terminal.REFUSED if result.refusals else terminal.DONE)

    @app.command("readers", help=say(READERS_HELP))
    def readers_() -> None:
        from kaigai.sources.reader import READERS

        columns = [Text("reader", "形式"), Text("reads", "内容"), Text("fills", "表")]
        rows = [(each.name, say(each.about), each.feeds) for each in READERS.values()]
        terminal.table(columns, rows)
        terminal.what_now(
            ("kaigai read PATH", Text("read a file or folder", "ファイルやフォルダを読み込む"))
        )


def show_guesses(guessed: "Sequence[Guessed]") -> int:
    """What columns are taken for, and a mapping to start from; returns the exit status."""
    for each in guessed:
        terminal.heading(Text("{path}", "{path}"), path=each.path)
        if each.refused:
            _one_refusal(each.refused)
        elif each.preview is None:
            terminal.show(NOTHING_TO_MAP, reader=each.reader)
        else:
            for sheet in each.preview.sheets:
                _show_sheet(sheet)
            names = [name for name in each.preview.fields if ":" not in name]
            terminal.show(FIELDS, names=", ".join(names))
    unknown = [
        header
        for each in guessed
        if each.preview
        for sheet in each.preview.sheets
        for header in sheet.unrecognised
    ]
    if unknown:
        terminal.heading(Text("mapping.toml, to be completed", "mapping.toml のひな形"))
        terminal.show(
            "\n".join(f'{json.dumps(each, ensure_ascii=False)} = ""' for each in unknown)
        )
    path = quote(guessed[0].path) if guessed else "PATH"
    terminal.what_now(
        (f"kaigai read {path}", Text("read it as shown", "この解釈のまま読み込む")),
        (
            f"kaigai read {path} --mapping mapping.toml --preview",
            Text("correct columns, and look again", "列の対応を直して、もう一度確かめる"),
        ),
    )
    return terminal.REFUSED if any(each.refused for each in guessed) else terminal.DONE


def _show_sheet(sheet: "SheetPreview") -> None:
    text = IS_READ if sheet.is_read else IS_PASSED_OVER
    terminal.show(text, sheet=sheet.name or "–", row=sheet.header_row)
    terminal.table(
        [Text("column", "列"), Text("taken for", "解釈"), Text("for example", "例")],
        [
            (column.header, column.field or say(NOT_RECOGNISED), " | ".join(column.samples))
            for column in sheet.columns
        ],
    )


def summarise(result: "ReadResult") -> None:
    """What was new, changed, refused; and which rows went where."""
    terminal.heading(Text("Files", "ファイル"))
    rows = [
        (label, result.count(status)) for status, label in STATUSES.items() if result.count(status)
    ]
    terminal.table(["", ""], [(say(label), count) for label, count in rows], right=[1])
    if result.rows:
        terminal.heading(Text("Rows added", "追加された行"))
        terminal.table(["", ""], sorted(result.rows.items()), right=[1])
    stated = stated_section(result.totals)
    if stated.note:
        show([stated])
    if result.refusals:
        _refusals(result)


def _refusals(result: "ReadResult") -> None:
    refusals = result.refusals
    terminal.heading(Text("Refused: {n}", "読めなかったもの: {n}件"), n=len(refusals))
    for path, each in refusals[:SHOWN]:
        terminal.show(f"{path}: {each.place}")
        _one_refusal(each)
    if len(refusals) > SHOWN:
        terminal.show(
            Text("… and {n} more: kaigai show FILE", "… ほか{n}件: kaigai show ファイル名"),
            n=len(refusals) - SHOWN,
        )


def _one_refusal(each: "Refused") -> None:
    terminal.show(
        Text(
            "    found {found}; expected {expected}",
            "    内容: {found} / 必要なもの: {expected}",
        ),
        found=each.found or "–",
        expected=say(each.expected),
    )
    terminal.show(f"    → {say(each.todo)}")


def _next(result: "ReadResult", workspace: Path | None) -> None:
    steps = [
        (
            "kaigai audit",
            Text(
                "see what cannot be heard, found or understood abroad",
                "海外で聴けない・見つからない・伝わらないものを調べる",
            ),
        )
    ]
    refused = next((each.path for each in result.origins if each.refused and each.origin_id), None)
    if refused:
        why = Text("see every row of it that was refused", "読めなかった行をすべて見る")
        steps.append((f"kaigai show {quote(refused)}", why))
    terminal.what_now(*steps, workspace=workspace)


def _known(reader: str | None) -> None:
    from kaigai.sources.reader import READERS

    if reader is not None and reader not in READERS:
        terminal.wrong(
            Text(
                "there is no reader {name}; there are: {known}",
                "{name} という形式はありません。あるのは {known} です",
            ),
            name=reader,
            known=", ".join(READERS),
        )


def _options(mapping: Path | None) -> Mapping[str, Any]:
    if mapping is None:
        return {}
    try:
        return {"mapping": tomllib.loads(mapping.read_text())}
    except (OSError, ValueError) as error:
        terminal.wrong(
            Text(
                "the mapping {path} cannot be read: {error}", "対応表 {path} を読めません: {error}"
            ),
            path=mapping,
            error=error,
        )
