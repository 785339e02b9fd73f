"""Writes docs/reference from the registries and the commands, so that it cannot go stale."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from pathlib import Path
from typing import Any

from typer.main import get_command

from kaigai.cli.main import app
from kaigai.facts.settings import DEFAULTS, WHY
from kaigai.facts.table import TABLES
from kaigai.findings.check import CHECKS, KINDS
from kaigai.sources.reader import READERS

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"
NOTE = "<!-- Written by `make docs` from the code. Do not edit by hand. -->\n"


def _commands(group: Any, before: str = "") -> Iterator[str]:
    """Every command by its words, those of groups below them; hidden ones are left out."""
    for name, command in group.commands.items():
        if command.hidden:
            continue
        if hasattr(command, "commands"):
            yield from _commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}"


COMMANDS = tuple(_commands(get_command(app())))


def tables() -> str:
    """The tables: what each row is, its key and its columns."""
    parts = ["# Tables\n", NOTE, "What stages and desks share. `kaigai table NAME` gives any.\n"]
    for table in TABLES.values():
        parts.append(f"## {table.name}\n\n{table.about.en} {table.about.ja}\n")
        one = ", one row per key" if table.one_per_key else ""
        parts.append(f"Kind: {table.kind}{one}. Key: {', '.join(table.key)}.\n")
        parts.append(_grid(("column", "type"), table.stored.items()))
    return "\n".join(parts)


def checks() -> str:
    """The checks: what each finds and what to do."""
    parts = ["# Checks\n", NOTE]
    for family in dict.fromkeys(check.family for check in CHECKS.values()):
        parts.append(f"## {family}\n")
        for check in CHECKS.values():
            if check.family == family:
                parts.append(f"### {check.name}\n\n{check.sentence.en} {check.sentence.ja}\n")
                parts.append(
                    f"About {KINDS[check.about][0]}s, severity {check.severity}, "
                    f"fix: {check.fix}. Needs: {', '.join(check.needs)}.\n"
                )
                parts.append(f"To do: {check.todo.en} {check.todo.ja}\n")
    return "\n".join(parts)


def readers() -> str:
    """The readers: what each reads and fills."""
    rows = [
        (each.name, f"{each.about.en} {each.about.ja}", ", ".join(each.feeds), each.licence)
        for each in READERS.values()
    ]
    heading = ("reader", "reads", "fills", "held under")
    return "\n".join(["# Readers\n", NOTE, _grid(heading, rows)])


def settings() -> str:
    """The settings of a workspace; those of a section as `section.name`."""
    rows = [
        (f"`{name}`", f"`{_default(name)}`", f"{why.en} {why.ja}") for name, why in WHY.items()
    ]
    intro = (
        "Written in `settings.toml` in the workspace folder, for example `hole_max = 5`; what has "
        "a section before its dot stands below it, for example `provider` below `[translate]`.\n"
    )
    return "\n".join(["# Settings\n", NOTE, intro, _grid(("setting", "default", "why"), rows)])


def _default(name: str) -> str:
    value = attrgetter(name)(DEFAULTS)
    return '""' if value == "" else str(value)


def cli() -> str:
    """The commands, as `--help` shows them."""
    parts = ["# Commands\n", NOTE]
    for command in COMMANDS:
        parts.append(f"## kaigai {command}\n\n```\n{_help(command)}\n```\n")
    return "\n".join(parts)


PAGES: Mapping[str, Callable[[], str]] = {
    "tables.md": tables,
    "checks.md": checks,
    "readers.md": readers,
    "settings.md": settings,
    "cli.md": cli,
}


def _help(command: str) -> str:
    environment = {**os.environ, "KAIGAI_LANG": "en", "COLUMNS": "96", "NO_COLOR": "1"}
    call = "import sys; sys.argv[0] = 'kaigai'; from kaigai.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", call, *command.split(), "--help"],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


def _grid(heading: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [tuple(heading)]
    lines.append(tuple("---" for _ in lines[0]))
    lines += [tuple(cell.replace("|", "\\|") for cell in row) for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def main() -> None:
    """Write every page."""
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (REFERENCE / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
