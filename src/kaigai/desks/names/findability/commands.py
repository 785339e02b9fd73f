"""The terminal door of findability: `kaigai findability`."""

from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from kaigai.cli import sections, terminal
from kaigai.cli.out import write
from kaigai.cli.refusing import ENGINE, refusing
from kaigai.cli.terminal import say
from kaigai.facts.store import Facts
from kaigai.terms.text import Text

if TYPE_CHECKING:
    from kaigai.desks.names.findability.summary import Summary
    from kaigai.desks.names.findability.tables import Findability

WORST = 12  #: recordings on a screen
LISTED = 100  #: recordings on a page

HELP = Text(
    en="Try what fans abroad would type on every recording, and show what finds nothing.",
    ja="海外のファンが入力しそうな検索語を全録音で試し、見つからないものを示します。",
)
ARTIST = Text(
    "Show only this artist, in any spelling, or by id.",
    "このアーティストだけ表示(どの表記でも、IDでも可)。",
)
LIMIT = Text("So many recordings on the list.", "一覧に出す録音の件数。")
OUT = Text(
    en="Write to this file: .html a page, .svg .png a picture, .csv .xlsx .json all recordings.",
    ja="ファイルに書き出します。.html はページ、.svg .png は図、.csv .xlsx .json は全録音の表。",
)
MEASURING = Text("trying queries", "検索語を試行中")

Workspace = Annotated[Path | None, typer.Option("--workspace", help=say(terminal.WORKSPACE))]


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("findability", help=say(HELP))
    def findability_(
        artist: Annotated[str | None, typer.Option(help=say(ARTIST))] = None,
        limit: Annotated[int | None, typer.Option(min=1, help=say(LIMIT))] = None,
        out: Annotated[Path | None, typer.Option(help=say(OUT))] = None,
        engine: Annotated[str | None, typer.Option(help=say(ENGINE))] = None,
        workspace: Workspace = None,
    ) -> None:
        from kaigai.desks.names.findability import actions
        from kaigai.desks.names.findability.summary import summed

        if out is not None:
            _known_ending(out)
        at = datetime.now(UTC)
        with refusing(engine) as url, terminal.progress(MEASURING) as watch:
            facts = Facts.open(terminal.workspace_path(workspace))
            found = actions.measure(facts, at=at, engine=url, watch=watch)
            shown = actions.of(facts, found, artist) if artist else found
        listed = limit or (WORST if out is None else LISTED)
        summary = summed(shown, worst=listed)
        if out is None:
            _screen(summary, workspace)
        else:
            _deliver(shown, summary, out, at, workspace)


def _screen(summary: "Summary", workspace: Path | None) -> None:
    from kaigai.desks.names.findability.shown import lede, sections_of

    terminal.show(lede(summary))
    sections.show(sections_of(summary))
    steps = [
        ("kaigai audit --check unfindable", AUDIT),
        ("kaigai findability --out findability.html", PAGE),
    ]
    if summary.worst:
        steps.insert(0, (f"kaigai names {quote(summary.worst[0]['subject_id'])}", NAMES))
    terminal.what_now(*steps, workspace=workspace)


def _deliver(
    found: "Findability", summary: "Summary", out: Path, at: datetime, workspace: Path | None
) -> None:
    from kaigai.desks.names.findability.pictured import page, picture
    from kaigai.facts.export import ExportError, export, format_of

    ending = out.suffix.lower()
    if ending == ".html":
        write(out, page(summary, terminal.LANGUAGE, at).encode())
    elif ending in (".svg", ".png"):
        write(out, picture(summary, terminal.LANGUAGE, "svg" if ending == ".svg" else "png"))
    elif format := format_of(out):
        try:
            export(found.recordings.to_reader(), out, format)
        except ExportError as error:
            terminal.wrong(error.text)
    terminal.show(WRITTEN, out=out, count=f"{summary.recordings:,}")
    missing = ("kaigai names --missing latin --out names.xlsx", FILL)
    terminal.what_now(missing, ("kaigai audit --check unfindable", AUDIT), workspace=workspace)


def _known_ending(out: Path) -> None:
    """Said before the work, not after it."""
    from kaigai.facts.export import FORMATS

    endings = (".html", ".svg", ".png", *(f".{each}" for each in FORMATS))
    if out.suffix.lower() not in endings:
        terminal.wrong(NO_FORMAT, out=out, formats=", ".join(endings))


NO_FORMAT = Text(
    en="{out}: its name must end in one of {formats}",
    ja="{out}: ファイル名の末尾は {formats} のいずれかにしてください",
)
WRITTEN = Text("{out}: findability of {count} recordings", "{out}: 録音 {count}件の見つけやすさ")
NAMES = Text("see what names the first has", "先頭の録音の名称を見る")
AUDIT = Text("make findings of what cannot be found", "見つからないものを課題にする")
PAGE = Text("have it as a page with its picture", "図入りのページにする")
FILL = Text("have a sheet of missing names to fill in", "足りない名称を記入用の表にする")
