"""The `kaigai` command: which stages bring commands, and in which order they are listed."""

import os
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pkgutil import walk_packages
from typing import Annotated

import typer

from kaigai.cli import terminal
from kaigai.terms.text import Text

#: Modules with a `register(app)`; named here and never imported from below.
STAGES = ("kaigai.findings.commands",)
DESKS = "kaigai.desks"

ABOUT = Text(
    en="Kaigai finds what keeps music from being heard abroad, and says what to do first.",
    ja="Kaigai(海外)は、音楽が海外で聴かれるのを妨げているものを見つけ、最初の一手を示します。",
)
LANG_HELP = Text("Language of the answers: ja or en.", "表示言語(ja または en)。")
VERSION_HELP = Text("Show the version and stop.", "バージョンを表示して終了します。")


def app() -> typer.Typer:
    """The whole command line, in the language of this call."""
    built = typer.Typer(
        name="kaigai",
        help=terminal.say(ABOUT),
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )

    @built.callback()
    def root(
        lang: Annotated[str, typer.Option(help=terminal.say(LANG_HELP))] = "",
        version_: Annotated[
            bool,
            typer.Option("--version", help=terminal.say(VERSION_HELP), is_eager=True),
        ] = False,
    ) -> None:
        if version_:
            terminal.show(f"kaigai {version('kaigai')}")
            raise typer.Exit
        if lang not in ("", "ja", "en"):
            terminal.wrong(LANG_HELP)

    root.__doc__ = terminal.say(ABOUT)
    for door in doors():
        import_module(door).register(built)
    return built


def doors() -> Iterator[str]:
    """The stages' doors, every desk's (the folder is the list), and that of the tables."""
    yield from STAGES
    desks = find_spec(DESKS)
    found = walk_packages(desks.submodule_search_locations if desks else [], f"{DESKS}.")
    yield from sorted(each.name for each in found if each.name.endswith(".commands"))



def main() -> None:
    """Run the command line."""
    # Nothing here does linear algebra; without its threads, reading may fork its workers.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    app()()
