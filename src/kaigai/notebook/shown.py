"""What the notebook's verbs give back: tables to work on, sections and pages to look at."""

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kaigai.facts.store import Facts
from kaigai.terms.section import Section, cell
from kaigai.terms.section_html import grid, section_html
from kaigai.terms.text import Language

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pandas as pd
    import pyarrow as pa

    from kaigai.facts.engine import Engine

SHOWN = 20  #: rows of a table on a page


class Desk:
    """What the verbs of every desk stand on: the facts, and the language that results speak."""

    facts: Facts
    language: Language

    def _engine(self) -> "Engine":
        from kaigai.facts.engine import Engine

        return Engine(self.facts)


class Rows:
    """A table to work on: as pandas, Arrow or Ibis, or written to a file."""

    def __init__(self, rows: "ir.Table") -> None:
        self._rows = rows

    def ibis(self) -> "ir.Table":
        """As an Ibis expression, not computed yet."""
        return self._rows

    def arrow(self) -> "pa.Table":
        """As an Arrow table."""
        return self._rows.to_pyarrow()

    def pandas(self) -> "pd.DataFrame":
        """As a pandas frame."""
        return self._rows.to_pandas()

    def to_file(self, path: str | Path) -> int:
        """Write to .csv, .json, .parquet or .xlsx; returns the number of rows."""
        from kaigai.facts.export import FORMATS, export, format_of

        out = Path(path)
        format = format_of(out)
        if format is None:
            raise ValueError(f"{out.name} ends in none of: {', '.join(FORMATS)}")
        return export(self._rows, out, format)

    def __len__(self) -> int:
        return int(self._rows.count().execute())

    def __repr__(self) -> str:
        return repr(self.pandas().head(SHOWN))

    def _repr_html_(self) -> str:
        first = self._rows.limit(SHOWN).to_pyarrow()
        body = [[cell(value, "en") for value in row.values()] for row in first.to_pylist()]
        return f"{grid(first.column_names, body)}<p>{first.num_rows} / {len(self):,}</p>"


@dataclass(frozen=True, slots=True)
class Seen:
    """Something to look at: the same sections that the terminal prints."""

    title: str
    sections: tuple[Section, ...]
    language: Language
    result: Any = None  #: what the action returned, for programs

    def __str__(self) -> str:
        lines = [self.title]
        for section in self.sections:
            lines += ["", section.title.to(self.language)]
            lines += ["\t".join(row) for row in section.cells(self.language)]
            lines += [section.note.to(self.language)] if section.note else []
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        parts = [f"<h3>{escape(self.title)}</h3>"] if self.title else []
        return "".join([*parts, *(section_html(each, self.language) for each in self.sections)])


@dataclass(frozen=True, slots=True)
class Page:
    """A whole HTML page; in a notebook it stands in a frame of its own."""

    html: str

    def __repr__(self) -> str:
        return f"Page({len(self.html):,} characters)"

    def _repr_html_(self) -> str:
        style = "width:100%;height:80vh;border:0"
        return f'<iframe sandbox style="{style}" srcdoc="{escape(self.html)}"></iframe>'
