"""How the terminal speaks: language, tables, progress, and what to do next."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from shlex import quote
from typing import Any, Literal, NoReturn

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from kaigai.terms.text import Language, Text

DONE, REFUSED, WRONG = 0, 1, 2  #: exit statuses
DEFAULT_WORKSPACE = "kaigai-workspace"
PLAIN_WIDTH = 100  #: columns when the output is no terminal


def language_of(arguments: Sequence[str], environ: Mapping[str, str]) -> Language:
    """`--lang` on the command line, else KAIGAI_LANG, else the system's language, else English."""
    given = [b for a, b in pairwise(arguments) if a == "--lang"]
    given += [each.removeprefix("--lang=") for each in arguments if each.startswith("--lang=")]
    system = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    for each in (*given, environ.get("KAIGAI_LANG", ""), system):
        if each[:2] in ("ja", "en"):
            return "ja" if each.startswith("ja") else "en"
    return "en"


LANGUAGE: Language = language_of(sys.argv[1:], os.environ)


def _console(*, stderr: bool = False) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else PLAIN_WIDTH
    return Console(stderr=stderr, width=width, highlight=False, soft_wrap=False)


def say(text: Text, **values: Any) -> str:
    """A sentence in the language of this call."""
    return text.to(LANGUAGE, **values)


def show(text: Text | str, **values: Any) -> None:
    """Print a sentence; what it says is never taken for markup."""
    line = say(text, **values) if isinstance(text, Text) else text
    _console().print(escape(line))


def heading(text: Text, **values: Any) -> None:
    """Print a heading."""
    _console().print(f"\n[bold]{escape(say(text, **values))}[/bold]")


def table(
    columns: Sequence[Text | str],
    rows: Iterable[Sequence[Any]],
    *,
    right: Iterable[int] = (),
    whole: Iterable[int] = (),
) -> None:
    """Print rows; columns numbered in `right` are figures and stand to the right, those in
    `whole` are never broken over lines."""
    figures, unbroken = set(right), set(whole)
    titles = [say(each) if isinstance(each, Text) else each for each in columns]
    grid = Table(
        box=None, pad_edge=False, header_style="dim", show_edge=False, show_header=any(titles)
    )
    for place, title in enumerate(titles):
        side: Literal["right", "left"] = "right" if place in figures else "left"
        grid.add_column(title, justify=side, overflow="fold", no_wrap=place in unbroken)
    for row in rows:
        grid.add_row(*(escape(cell(value)) for value in row))
    _console().print(grid)


def cell(value: Any) -> str:
    """A value as people read it; nothing known is a dash."""
    match value:
        case None:
            return "–"
        case bool():
            return say(YES if value else NO)
        case int():
            return f"{value:,}"
        case float():
            return f"{value:,.2f}"
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case list() | tuple():
            return ", ".join(cell(each) for each in value)
        case _:
            return str(value)


@contextmanager
def progress(what: Text) -> Iterator[Callable[[int, int, str], None]]:
    """A progress bar with a rate and an estimate; gives `watch(done, total, what)`."""
    console = _console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[item]}"),
    )
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(say(what), total=None, item="")

        def watch(done: int, total: int, item: str) -> None:
            bar.update(task, completed=done, total=total or None, item=escape(item[-40:]))

        yield watch


def what_now(*steps: tuple[str, Text], workspace: Path | None = None) -> None:
    """The answer to "what now?": commands, and what each is for.

    `workspace` is the one that this call named: the next calls must name it, too.
    """
    where = f" --workspace {quote(str(workspace))}" if workspace else ""
    console = _console()
    console.print(f"\n[bold]{escape(say(WHAT_NOW))}[/bold]")
    for command, why in steps:
        line = command + where * command.startswith("kaigai ")
        console.print(f"  [cyan]{escape(line)}[/cyan]  {escape(say(why))}", soft_wrap=True)


def wrong(text: Text, **values: Any) -> NoReturn:
    """The call was wrong: say why and end with status 2."""
    _console(stderr=True).print(f"[red]{escape(say(text, **values))}[/red]", soft_wrap=True)
    raise typer.Exit(WRONG)


def workspace_path(given: Path | None) -> Path:
    """`--workspace`, else KAIGAI_WORKSPACE, else ./kaigai-workspace."""
    return given or Path(os.environ.get("KAIGAI_WORKSPACE") or DEFAULT_WORKSPACE)


YES, NO = Text("yes", "はい"), Text("no", "いいえ")
WHAT_NOW = Text("What now?", "次にすること")
WORKSPACE = Text(
    en="The workspace folder (else KAIGAI_WORKSPACE, else ./kaigai-workspace).",
    ja="ワークスペースのフォルダ(既定は KAIGAI_WORKSPACE、なければ ./kaigai-workspace)。",
)
