"""Prints sections: a heading, rows, and what is to be said about them."""

from collections.abc import Iterable, Iterator

from kaigai.cli import terminal
from kaigai.terms.section import Section

UNBROKEN = 48  #: ids up to this length stay on one line, so that they can be copied


def show(sections: Iterable[Section]) -> None:
    """Print sections, one below the other."""
    for section in sections:
        terminal.heading(section.title)
        if section.rows:
            rows = list(section.cells(terminal.LANGUAGE))
            whole = _ids(section, rows)
            terminal.table(section.columns, rows, right=section.right, whole=whole)
        if section.note:
            terminal.show(section.note)


def _ids(section: Section, rows: list[list[str]]) -> Iterator[int]:
    """The columns of ids."""
    for place, column in enumerate(section.columns):
        if column.en == "id" and max(len(row[place]) for row in rows) <= UNBROKEN:
            yield place
