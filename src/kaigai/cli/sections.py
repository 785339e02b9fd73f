"""Prints sections: a heading, rows, and what is to be said about them."""

from collections.abc import Iterable

from kaigai.cli import terminal
from kaigai.terms.section import Section


def show(sections: Iterable[Section]) -> None:
    """Print sections, one below the other."""
    for section in sections:
        terminal.heading(section.title)
        if section.rows:
            rows = section.cells(terminal.LANGUAGE)
            terminal.table(section.columns, rows, right=section.right)
        if section.note:
            terminal.show(section.note)
