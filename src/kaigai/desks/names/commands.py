"""The terminal door of names: `kaigai names [WHAT]` and `kaigai names import SHEET`."""

from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

from kaigai.cli import sections, terminal
from kaigai.cli.refusing import refusing
from kaigai.cli.terminal import say
from kaigai.facts.store import Facts
from kaigai.terms.text import Text

if TYPE_CHECKING:
    from kaigai.desks.names.result import Listed, Taken

LIMIT = 30  #: rows on a screen
SHOW = "show"  #: the command that a first word stands for which names none

ABOUT = Text(
    en="What everything is called: original, reading, Latin, English, and where each is from. "
    "`kaigai names WHAT` is short for `kaigai names show WHAT`.",
    ja="名称の台帳。原題・ヨミ・ローマ字・英題と、それぞれの出どころを示します。"
    "`kaigai names 名称` は `kaigai names show 名称` の略です。",
)
SHOW_HELP = Text(
    en="Show names, filter them, or write them to a sheet for people to fill in.",
    ja="名称を表示・絞り込み、または記入用の表に書き出します。",
)
IMPORT_HELP = Text(
    en="Take back a sheet of names: each cell that was changed becomes a decision.",
    ja="記入した表を取り込みます。変更されたセルだけが決定になります。",
)
WHAT = Text(
    en="An id, or a name of the thing or its artist, in any spelling.",
    ja="ID、またはその名称やアーティスト名(どの表記でも可)。",
)
KIND = Text(
    "Only these: party, release, recording or work.",
    "種類で絞る: party、release、recording、work のいずれか。",
)
MISSING = Text(
    "Only what lacks this: latin, reading or english.",
    "欠けているもので絞る: latin、reading、english のいずれか。",
)
LANGUAGE = Text(
    "Also the names in this language, for example ko or zh-Hant.",
    "この言語の名称も表示(例: ko、zh-Hant)。",
)
LIMIT_HELP = Text(
    "At most so many (30 on a screen, else all).", "最大件数(画面では30件、ほかは全件)。"
)
OUT = Text(
    "Write to this file: .xlsx or .csv to fill in and import, .json or .parquet for tools.",
    "ファイルに書き出します。.xlsx・.csv は記入して取り込めます。.json・.parquet はツール用。",
)
SHEET = Text("A sheet that `kaigai names --out` wrote.", "`kaigai names --out` で書き出した表。")
BY = Text(
    "Who decided: the name that is kept with every decision.", "決めた人の名前(記録に残ります)。"
)

Workspace = Annotated[Path | None, typer.Option("--workspace", help=say(terminal.WORKSPACE))]


class WhatOrCommand(TyperGroup):
    """`kaigai names WHAT` is short for `kaigai names show WHAT`, and so is no word at all."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Put the command first where the first word is none."""
        if args[:1] != ["--help"] and (not args or args[0] not in self.commands):
            args = [SHOW, *args]
        return super().parse_args(ctx, args)


def register(app: typer.Typer) -> None:
    """Add the commands about names."""
    names = typer.Typer(cls=WhatOrCommand, help=say(ABOUT), rich_markup_mode=None)

    @names.command(SHOW, help=say(SHOW_HELP))
    def show_(
        what: Annotated[str | None, typer.Argument(help=say(WHAT))] = None,
        kind: Annotated[str | None, typer.Option(help=say(KIND))] = None,
        missing: Annotated[str | None, typer.Option(help=say(MISSING))] = None,
        language: Annotated[str | None, typer.Option(help=say(LANGUAGE))] = None,
        limit: Annotated[int | None, typer.Option(min=1, help=say(LIMIT_HELP))] = None,
        out: Annotated[Path | None, typer.Option(help=say(OUT))] = None,
        workspace: Workspace = None,
    ) -> None:
        from kaigai.desks.names import actions

        if out is not None:
            _known_ending(out)
        with refusing():
            facts = Facts.open(terminal.workspace_path(workspace))
            listed = actions.look_up(
                facts,
                what=what,
                kind=kind,
                missing=missing,
                language=language,
                limit=limit if out else limit or LIMIT,
            )
        if out is None:
            _screen(listed, workspace)
        else:
            _deliver(listed, out, workspace)

    @names.command("import", help=say(IMPORT_HELP))
    def import_(
        sheet: Annotated[Path, typer.Argument(help=say(SHEET))],
        by: Annotated[str, typer.Option(help=say(BY))] = "",
        workspace: Workspace = None,
    ) -> None:
        from kaigai.desks.names import actions

        try:
            content = sheet.read_bytes()
        except OSError as error:
            terminal.wrong(UNREADABLE, name=sheet, error=error.strerror or error)
        with refusing():
            facts = Facts.open(terminal.workspace_path(workspace))
            taken = actions.take(
                facts, content=content, name=sheet.name, by=by, at=datetime.now(UTC)
            )
        _told(taken, sheet, workspace)

    app.add_typer(names, name="names")


def _screen(listed: "Listed", workspace: Path | None) -> None:
    from kaigai.desks.names.shown import listed_sections

    sections.show(listed_sections(listed))
    steps = [("kaigai names --missing latin --out names.xlsx", FILL), FINDABLE]
    if len(listed.rows) > 1:
        steps.insert(0, (f"kaigai names {quote(listed.rows[0]['subject_id'])}", EVERY))
    terminal.what_now(*steps, workspace=workspace)


def _deliver(listed: "Listed", out: Path, workspace: Path | None) -> None:
    import pyarrow as pa

    from kaigai.desks.names.sheet import to_arrow
    from kaigai.desks.names.shown import lines_for
    from kaigai.facts.export import ExportError, export, format_of

    format = format_of(out) or "csv"
    is_sheet = format in ("xlsx", "csv")
    table = (
        to_arrow(listed.rows, listed.language)
        if is_sheet
        else pa.Table.from_pylist([dict(row) for row in lines_for(listed)])
    )
    try:
        count = export(table.to_reader(), out, format)
    except ExportError as error:
        terminal.wrong(error.text)
    terminal.show(WRITTEN, out=out, count=f"{count:,}")
    back = (f"kaigai names import {quote(str(out))} --by NAME", BACK)
    terminal.what_now(*([back] if is_sheet else [FINDABLE]), workspace=workspace)


def _known_ending(out: Path) -> None:
    """Said before the work, not after it."""
    from kaigai.facts.export import FORMATS, format_of

    if format_of(out) is None:
        terminal.wrong(NO_FORMAT, out=out, formats=", ".join(f".{each}" for each in FORMATS))


def _told(taken: "Taken", sheet: Path, workspace: Path | None) -> None:
    from kaigai.desks.names.shown import taken_sections

    sections.show(taken_sections(taken, sheet.name))
    steps = [FINDABLE]
    if taken.conflicts:
        steps.insert(0, ("kaigai names --out names.xlsx", ANEW))
    terminal.what_now(*steps, workspace=workspace)
    raise typer.Exit(terminal.REFUSED if taken.bad or taken.conflicts else terminal.DONE)


UNREADABLE = Text(en="{name} cannot be read: {error}", ja="{name} を読み取れません({error})")
NO_FORMAT = Text(
    en="{out}: its name must end in one of {formats}",
    ja="{out}: ファイル名の末尾は {formats} のいずれかにしてください",
)
WRITTEN = Text("{out}: {count} rows of names", "{out}: 名称 {count}件")
FILL = Text(
    "have a sheet of what lacks a Latin form, to fill in", "ローマ字のないものを記入用の表にする"
)
EVERY = Text("see every name of the first, and where each is from", "先頭の全名称と出どころを見る")
BACK = Text("take the sheet back when it is filled in", "記入した表を取り込む")
ANEW = Text("export the sheet anew, and decide again", "表を書き出し直して決め直す")
FINDABLE = (
    "kaigai findability",
    Text("see whether fans abroad can find them", "海外のファンが見つけられるか調べる"),
)
