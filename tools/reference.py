"""Writes docs/reference from the registries and the commands, so that it cannot go stale."""

import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from operator import attrgetter
from pathlib import Path
from unittest.mock import patch

from kaigai.doors.notebook import workspace
from kaigai.doors.notebook.signatures import stub
from kaigai.doors.terminal.help_text import PURPOSES, help_of
from kaigai.facts.settings import DEFAULTS, WHY
from kaigai.facts.table import TABLES
from kaigai.findings.check import CHECKS, KINDS
from kaigai.sources.reader import READERS
from kaigai.verbs.index import VERBS

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"
STUB = Path(str(workspace.__file__)).with_suffix(".pyi")
NOTE = "<!-- Written by `make docs` from the code. Do not edit by hand. -->\n"


COMMANDS = tuple(VERBS)


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


def verbs() -> str:
    """The verbs by what people do, as `--help` and a notebook's method have them."""
    parts = [
        "# Verbs\n",
        NOTE,
        "Each is `kaigai WORDS` in the terminal and a method in a notebook.\n",
    ]
    for purpose, title in PURPOSES.items():
        mine = [each for each in VERBS.values() if each.purpose == purpose]
        if mine:
            parts.append(f"## {title.en} {title.ja}\n")
        for each in mine:
            below = [other for other in VERBS.values() if other.name.startswith(f"{each.name} ")]
            text = help_of(each, below, "en")
            parts.append(
                f"### kaigai {each.name}\n\n{each.about.ja}\n\n"
                f"`kaigai.open(folder).{each.method}(…)`\n\n```\n{text}\n```\n"
            )
    return "\n".join(parts)


def methods() -> str:
    """The stub of a notebook's workspace."""
    return stub(list(VERBS.values()))


def _at_one_width(write: Callable[[], str]) -> str:
    """What is written, whatever the width of the screen here."""
    with patch.dict(os.environ, {"COLUMNS": "96"}):
        return write()


PAGES: Mapping[str, Callable[[], str]] = {
    "tables.md": tables,
    "checks.md": checks,
    "readers.md": readers,
    "settings.md": settings,
    "verbs.md": partial(_at_one_width, verbs),
}


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
    STUB.write_text(methods(), encoding="utf-8")


if __name__ == "__main__":
    main()
