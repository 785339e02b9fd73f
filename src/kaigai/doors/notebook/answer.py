"""What the notebook's verbs give back: an answer to look at, and its rows to work on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kaigai.terms.section import Section
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Answer, Block, Fold
from kaigai.verbs.verb import Verb

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pandas as pd
    import pyarrow as pa

SHOWN = 50  #: rows of a section that are shown; `.page()` and `.pandas()` have all


@dataclass(frozen=True)
class NotebookAnswer:
    """A verb's answer: shows itself with its pictures, and gives its rows to other tools.

    made_of  the files it was asked with, which nothing is written over
    """

    verb: Verb
    answer: Answer
    language: Language
    at: datetime
    made_of: Sequence[Path] = ()

    @property
    def result(self) -> Any:
        """What the action returned, for programs."""
        return self.answer.result

    @property
    def sections(self) -> tuple[Section, ...]:
        """The lists that people look at."""
        return self.answer.sections

    @cached_property
    def _rows(self) -> Any:
        rows = self.answer.rows(self.language)
        # A stream can be read only once, and people ask for rows again and again.
        return rows.read_all() if hasattr(rows, "read_all") else rows

    def ibis(self) -> "ir.Table":
        """The rows as an Ibis expression."""
        import ibis
        import ibis.expr.types as ir

        return self._rows if isinstance(self._rows, ir.Table) else ibis.memtable(self.arrow())

    def arrow(self) -> "pa.Table":
        """The rows as an Arrow table."""
        import pyarrow as pa

        return self._rows if isinstance(self._rows, pa.Table) else self._rows.to_pyarrow()

    def pandas(self) -> "pd.DataFrame":
        """The rows as a pandas frame."""
        return self.arrow().to_pandas()

    def __len__(self) -> int:
        return int(self.arrow().num_rows)

    def to_file(self, path: str | Path) -> Path:
        """Write it as the terminal's `--out` does; raises NotWritten."""
        from kaigai.doors.page.file import check_ending, check_input, write

        out = Path(path)
        check_ending(out.name, self.verb)
        check_input(out, self.made_of)
        write(self.answer, out, language=self.language, at=self.at)
        return out

    def page(self) -> "Page":
        """As one page that needs nothing else."""
        from kaigai.doors.page.page import page

        return Page(page(self.answer, self.language, self.at))

    def __str__(self) -> str:
        from kaigai.doors.page.markdown import markdown

        return markdown(self._shown, self.language)

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        from kaigai.doors.page.page import part

        return part(self._shown, self.language)

    @property
    def _shown(self) -> Answer:
        return replace(self.answer, blocks=_shortened(self.answer.blocks))


def _shortened(blocks: Sequence[Block]) -> tuple[Block, ...]:
    found: list[Block] = []
    for each in blocks:
        if isinstance(each, Fold):
            continue  # a page opens them
        found.append(_short(each) if isinstance(each, Section) else each)
    return tuple(found)


def _short(section: Section) -> Section:
    left = len(section.rows) - SHOWN
    if left <= 0:
        return section
    note = Text(f"… and {left:,} more rows: .page(), .pandas()", f"… ほか{left:,}行")
    return replace(section, rows=section.rows[:SHOWN], note=note)


@dataclass(frozen=True, slots=True)
class Page:
    """A whole HTML page; in a notebook it stands in a frame of its own."""

    html: str

    def __repr__(self) -> str:
        return f"Page({len(self.html):,} characters)"

    def _repr_html_(self) -> str:
        style = "width:100%;height:80vh;border:0"
        return f'<iframe sandbox style="{style}" srcdoc="{escape(self.html)}"></iframe>'
