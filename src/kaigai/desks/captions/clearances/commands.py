"""The terminal door of clearances: `kaigai clearances` and `kaigai clearances import SHEET`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kaigai.cli import sections, terminal, when
from kaigai.cli.out import write
from kaigai.cli.refusing import refusing
from kaigai.cli.terminal import say
from kaigai.facts.store import Facts
from kaigai.terms.text import Text

if TYPE_CHECKING:
    from kaigai.terms.section import Section

ABOUT = Text(
    en="Which lyrics may leave in which language: the clearances, and what is about to end.",
    ja="どの歌詞をどの言語で外に出してよいか。許諾の一覧と、まもなく終わるものを示します。",
)
IMPORT_HELP = Text(
    en="Record the clearances of a sheet (CSV or XLSX): work, language, use, territories, term, "
    "who, proof.",
    ja="許諾の表(CSVまたはXLSX)を取り込みます。作品ID・言語・用途・地域・期間・許諾者・証拠。",
)
SHEET = Text("The sheet.", "取り込む表。")
BY = Text("Who records it.", "記録する人の名前。")
AS_OF = Text("Judge on this day (else today).", "この日付で判定します(省略時は今日)。")
OUT = Text(
    en="Write to this file: .html a page, .csv .xlsx .json every record, older ones too.",
    ja="ファイルに書き出します。.html はページ、.csv .xlsx .json は過去も含む全記録。",
)

Workspace = Annotated[Path | None, typer.Option("--workspace", help=say(terminal.WORKSPACE))]


def register(app: typer.Typer) -> None:
    """Add the commands about clearances."""
    group = typer.Typer(help=say(ABOUT), invoke_without_command=True)
    app.add_typer(group, name="clearances")

    @group.callback()
    def clearances_(
        context: typer.Context,
        as_of: Annotated[str | None, typer.Option(help=say(AS_OF))] = None,
        out: Annotated[Path | None, typer.Option(help=say(OUT))] = None,
        workspace: Workspace = None,
    ) -> None:
        if context.invoked_subcommand:
            return
        from kaigai.desks.captions.clearances import actions
        from kaigai.desks.captions.clearances.shown import sections_of

        day = when.day(as_of) or datetime.now(UTC).date()
        with refusing():
            facts = Facts.open(terminal.workspace_path(workspace))
            records = actions.listed(facts)
            ending = facts.settings.ending_days
        if out is not None:
            if out.suffix.lower() == ".html":
                _page(sections_of(records, day, ending), out)
            else:
                _deliver(facts, out)
        else:
            sections.show(sections_of(records, day, ending))
        steps = [("kaigai clearances import SHEET --by NAME", RECORD)]
        if records:
            steps.append(("kaigai captions convert FILE --out NEW --for youtube --work ID "
                          "--territory Worldwide", SEND))  # fmt: skip
        terminal.what_now(*steps, workspace=workspace)

    @group.command("import", help=say(IMPORT_HELP))
    def import_(
        sheet: Annotated[Path, typer.Argument(help=say(SHEET))],
        by: Annotated[str, typer.Option(help=say(BY))] = "",
        workspace: Workspace = None,
    ) -> None:
        from kaigai.desks.captions.clearances import actions
        from kaigai.desks.captions.clearances.shown import taken_sections

        now = datetime.now(UTC)
        try:
            content = sheet.read_bytes()
        except OSError as error:
            terminal.wrong(UNREADABLE, path=sheet, error=error.strerror or error)
        with refusing():
            facts = Facts.open(terminal.workspace_path(workspace), create=True)
            taken = actions.take(facts, content=content, name=sheet.name, by=by, at=now)
        sections.show(taken_sections(taken, sheet.name, now.date()))
        terminal.what_now(("kaigai clearances", LIST), workspace=workspace)
        raise typer.Exit(terminal.REFUSED if taken.refusals else terminal.DONE)


def _page(shown: "list[Section]", out: Path) -> None:
    from kaigai.pictures.page import build

    html = build(TITLE, shown, language=terminal.LANGUAGE, at=datetime.now(UTC))
    write(out, html.encode())
    terminal.show(str(out))


def _deliver(facts: Facts, out: Path) -> None:
    from kaigai.facts.export import ExportError, export, format_of
    from kaigai.facts.table_query import asked, in_order, table_named

    format = format_of(out)
    if format is None:
        terminal.wrong(NO_FORMAT, out=out)
    table = table_named("clearances")
    try:
        count = export(in_order(asked(facts, table), table), out, format)
    except ExportError as error:
        terminal.wrong(error.text)
    terminal.show(WRITTEN, out=out, count=f"{count:,}")


RECORD = Text("record more", "許諾を記録する")
SEND = Text("send captions whose lyrics are cleared", "許諾済みの字幕を書き出す")
LIST = Text(
    "see all clearances, and what is about to end", "許諾の一覧と、まもなく終わるものを見る"
)
TITLE = Text("Clearances of lyrics", "歌詞の許諾")
UNREADABLE = Text("{path} cannot be read ({error})", "{path} を読み込めません({error})")
NO_FORMAT = Text(
    "{out}: write to .html, .csv, .xlsx or .json",
    "{out}: .html、.csv、.xlsx、.json のいずれかにしてください",
)
WRITTEN = Text("{out}: {count} records, the older ones too", "{out}: {count}件(過去の記録を含む)")
