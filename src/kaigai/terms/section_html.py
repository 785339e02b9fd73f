"""Sections as HTML, for notebooks and pages; every cell is escaped."""

from collections.abc import Iterable, Sequence
from html import escape

from kaigai.terms.section import Section
from kaigai.terms.text import Language


def section_html(section: Section, language: Language) -> str:
    """A heading, a table and its note."""
    parts = [f"<h4>{escape(section.title.to(language))}</h4>"]
    if section.rows:
        titles = [column.to(language) for column in section.columns]
        parts.append(grid(titles, section.cells(language), section.right))
    if section.note:
        parts.append(f"<p>{escape(section.note.to(language))}</p>")
    return "".join(parts)


def grid(titles: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[int] = ()) -> str:
    """An HTML table; the columns numbered in `right` are figures and stand to the right."""
    head = "".join(f"<th>{escape(title)}</th>" for title in titles) if any(titles) else ""
    body = "".join(f"<tr>{_cells(row, right)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cells(row: Sequence[str], right: Sequence[int]) -> str:
    return "".join(
        f'<td style="text-align:{"right" if place in right else "left"}">{escape(value)}</td>'
        for place, value in enumerate(row)
    )
