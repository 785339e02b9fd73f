"""The terminal door of review: `kaigai localise suggest`, `export`, `import` and `status`."""

import os
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from kaigai.cli import sections, terminal
from kaigai.cli.refusing import refusing
from kaigai.cli.terminal import say
from kaigai.desks.review import help_words as words
from kaigai.desks.review.group import ABOUT, group
from kaigai.facts.store import Facts

if TYPE_CHECKING:
    from kaigai.desks.review.cues.actions import CueSheet
    from kaigai.desks.review.sheets.actions import Sheet

SHEETS = (".xlsx", ".csv", ".json")

Workspace = Annotated[Path | None, typer.Option("--workspace", help=say(terminal.WORKSPACE))]
Artist = Annotated[str | None, typer.Option(help=say(words.ARTIST))]
Kinds = Annotated[list[str] | None, typer.Option("--kind", help=say(words.KIND))]
Lyrics = Annotated[bool, typer.Option("--lyrics", help=say(words.LYRICS))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=say(words.DRY_RUN))]


def register(app: typer.Typer) -> None:
    """Add the commands to the desk's group."""
    localise = group(app, say(ABOUT))
    localise.command("suggest", help=say(words.SUGGEST_HELP))(suggest)
    localise.command("export", help=say(words.EXPORT_HELP))(export)
    localise.command("import", help=say(words.IMPORT_HELP))(import_)
    localise.command("status", help=say(words.STATUS_HELP))(status)


def suggest(
    file: Annotated[Path | None, typer.Argument(help=say(words.CAPTIONS_FILE))] = None,
    kind: Kinds = None,
    language: Annotated[str, typer.Option(help=say(words.LANGUAGES))] = "",
    artist: Artist = None,
    provider: Annotated[str | None, typer.Option(help=say(words.PROVIDER))] = None,
    yes: Annotated[bool, typer.Option("--yes", help=say(words.YES))] = False,
    dry_run: DryRun = False,
    lyrics: Lyrics = False,
    limit: Annotated[int | None, typer.Option(min=1, help=say(words.LIMIT))] = None,
    workspace: Workspace = None,
) -> None:
    """Look for names or captions that are missing."""
    from kaigai.desks.review import actions
    from kaigai.desks.review.told import suggested_sections
    from kaigai.desks.review.translation import files

    kinds = [each for each in kind or () if each != "captions"]
    if (kind and len(kinds) < len(kind)) != (file is not None) and (kind or lyrics):
        terminal.wrong(words.NAME_FILE)
    with refusing(), terminal.progress(words.LOOKING) as watch:
        facts = Facts.open(terminal.workspace_path(workspace))
        if file is None:
            made = actions.suggest(
                facts,
                at=datetime.now(UTC),
                kinds=kinds,
                languages=language or actions.DEFAULT,
                artist=artist,
                limit=limit,
                provider=provider,
                send=yes,
                dry_run=dry_run,
                environ=os.environ,
                watch=watch,
            )
        else:
            made = actions.suggest_captions(
                facts,
                files.read(file),
                name=file.name,
                at=datetime.now(UTC),
                languages=language or "en",
                artist=artist,
                are_lyrics=lyrics,
                provider=provider,
                send=yes,
                dry_run=dry_run,
                environ=os.environ,
                watch=watch,
            )
    sections.show(suggested_sections(made, suggest_from=facts.settings.translate.suggest_from))
    asked = "" if file is None else f"--captions {quote(str(file))} --language {language or 'en'} "
    terminal.what_now(
        (f"kaigai localise export {asked}--to review.xlsx", words.GIVE_OUT),
        ("kaigai localise status", words.STATUS_HELP),
        workspace=workspace,
    )
    raise typer.Exit(terminal.REFUSED if made.stopped else terminal.DONE)


def export(
    to: Annotated[Path, typer.Option("--to", help=say(words.TO))],
    kind: Kinds = None,
    language: Annotated[str | None, typer.Option(help=say(words.LANGUAGES))] = None,
    artist: Artist = None,
    captions: Annotated[Path | None, typer.Option(help=say(words.CAPTIONS))] = None,
    lyrics: Lyrics = False,
    workspace: Workspace = None,
) -> None:
    """Give out a sheet for reviewers."""
    from kaigai.desks.review.cues import actions as cues
    from kaigai.desks.review.sheets import actions
    from kaigai.desks.review.translation import files

    if to.suffix.lower() not in SHEETS:
        terminal.wrong(words.NO_SHEET, to=to)
    made: CueSheet | Sheet
    with refusing():
        facts = Facts.open(terminal.workspace_path(workspace))
        if captions is None:
            made = actions.give_out(
                facts,
                language=terminal.LANGUAGE,
                kinds=kind or (),
                languages=language,
                artist=artist,
            )
        else:
            made = cues.give_out_captions(
                facts,
                files.read(captions),
                name=captions.name,
                into=language or "en",
                language=terminal.LANGUAGE,
                are_lyrics=lyrics,
            )
        if not made.rows:
            terminal.show(words.NOTHING_OPEN)
            terminal.what_now(("kaigai localise suggest", words.SUGGEST_HELP), workspace=workspace)
            return
        _write(made, to)
    terminal.show(words.WRITTEN, to=to, count=f"{len(made.rows):,}")
    back = f"kaigai localise import {quote(str(to))} --by NAME"
    if captions is not None:
        back += f" --captions {quote(str(captions))} --language {language or 'en'} --out NEW"
    terminal.what_now((back, words.TAKE_IN), workspace=workspace)


def _write(made: "CueSheet | Sheet", to: Path) -> None:
    from kaigai.desks.review.translation import files
    from kaigai.facts import export as tables

    if to.suffix.lower() == ".xlsx":
        files.write(to, made.xlsx())
        return
    try:
        tables.export(made.arrow().to_reader(), to, tables.format_of(to) or "csv")
    except tables.ExportError as error:
        terminal.wrong(error.text)


def import_(
    sheet: Annotated[Path, typer.Argument(help=say(words.SHEET))],
    by: Annotated[str, typer.Option("--by", help=say(words.BY))],
    overturn: Annotated[bool, typer.Option("--overturn", help=say(words.OVERTURN))] = False,
    captions: Annotated[Path | None, typer.Option(help=say(words.CAPTIONS))] = None,
    language: Annotated[str, typer.Option(help=say(words.ONE_LANGUAGE))] = "en",
    out: Annotated[Path | None, typer.Option(help=say(words.OUT_CAPTIONS))] = None,
    lyrics: Lyrics = False,
    dry_run: DryRun = False,
    workspace: Workspace = None,
) -> None:
    """Take a sheet in."""
    if captions is not None:
        _import_captions(sheet, by, captions, language, out, workspace, are_lyrics=lyrics,
                         dry_run=dry_run)  # fmt: skip
        return
    from kaigai.desks.review.sheets import actions
    from kaigai.desks.review.sheets.told import taken_in_sections
    from kaigai.desks.review.translation import files

    with refusing():
        made = actions.take_in(
            Facts.open(terminal.workspace_path(workspace)),
            files.read(sheet),
            at=datetime.now(UTC),
            by=by,
            sheet=sheet.name,
            overturn=overturn,
            dry_run=dry_run,
        )
    sections.show(taken_in_sections(made))
    steps = [("kaigai localise status", words.STATUS_HELP), ("kaigai names", words.SEE_NAMES)]
    if made.judged.of("stale"):
        steps.insert(0, ("kaigai localise suggest", words.SUGGEST_HELP))
    terminal.what_now(*steps, workspace=workspace)
    left = made.judged.bad or made.judged.of("conflict", "stale")
    raise typer.Exit(terminal.REFUSED if left else terminal.DONE)


def _import_captions(
    sheet: Path,
    by: str,
    captions: Path,
    language: str,
    out: Path | None,
    workspace: Path | None,
    *,
    are_lyrics: bool,
    dry_run: bool,
) -> None:
    from kaigai.desks.review.cues import actions
    from kaigai.desks.review.cues.told import new_captions_sections
    from kaigai.desks.review.translation import files
    from kaigai.formats.captions.kinds import kind_of

    kind = kind_of(out.name) if out else None
    if out is None or kind is None:
        terminal.wrong(words.NO_OUT)
    with refusing():
        made = actions.take_in_captions(
            Facts.open(terminal.workspace_path(workspace)),
            files.read(sheet),
            files.read(captions),
            sheet_name=sheet.name,
            name=captions.name,
            into=language,
            kind=kind.name,
            by=by,
            at=datetime.now(UTC),
            are_lyrics=are_lyrics,
            dry_run=dry_run,
        )
        if made.taken.cues and not dry_run:
            files.write(out, made.content)
    sections.show(new_captions_sections(made, out.name, is_dry=dry_run))
    name = quote(str(out))
    steps = [(f"kaigai captions check {name}", words.CHECK)]
    if made.taken.sung:
        steps.append((f"kaigai captions convert {name} --out NEW --for youtube --work ID "
                      "--territory Worldwide", words.CLEARED))  # fmt: skip
    terminal.what_now(*steps, workspace=workspace)
    raise typer.Exit(terminal.REFUSED if made.taken.bad or made.taken.stale else terminal.DONE)


def status(
    artist: Artist = None,
    out: Annotated[Path | None, typer.Option(help=say(words.OUT_STATUS))] = None,
    workspace: Workspace = None,
) -> None:
    """Say how far the review is."""
    from kaigai.desks.review.board import looked
    from kaigai.desks.review.status import status_sections
    from kaigai.desks.review.translation import files
    from kaigai.facts import export as tables

    with refusing():
        facts = Facts.open(terminal.workspace_path(workspace))
        board = looked(facts, artist)
        if out is not None and out.suffix.lower() == ".html":
            from kaigai.desks.review.paged import page

            made = page(board, language=terminal.LANGUAGE, at=datetime.now(UTC))
            files.write(out, made.encode())
        elif out is not None:
            format = tables.format_of(out)
            if format is None:
                terminal.wrong(words.NO_STATUS, out=out)
            try:
                tables.export(board.table.to_reader(), out, format)
            except tables.ExportError as error:
                terminal.wrong(error.text)
        else:
            sections.show(status_sections(board))
    if out is not None:
        terminal.show(words.WRITTEN, to=out, count=f"{board.table.num_rows:,}")
    terminal.what_now(
        ("kaigai localise export --to review.xlsx", words.GIVE_OUT),
        ("kaigai localise import SHEET --by NAME", words.TAKE_IN),
        workspace=workspace,
    )
