"""Artists by something as a heat map, the same as a list, and the same as rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from kaigai.findings.overview import words
from kaigai.findings.overview.result import Artist, Board, Cell
from kaigai.findings.wording import artist_brief
from kaigai.terms.section import Section
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Chart, Legend, Screen

if TYPE_CHECKING:
    import altair as alt

#: Of a share: the stronger the ink the more, hatched where it is not known.
SHARES: Final = Legend(
    (("unknown", Text("Unknown", "不明")),), (Text("0%", "0%"), Text("100%", "100%"))
)


@dataclass(frozen=True, slots=True)
class HeatMap:
    """A board, and how it is called.

    columns  names of columns, and those for narrow screens
    gaps     a cell counts what is lacking, and its ink is what is not
    column, counted  what rows for other tools call the column and the count
    """

    name: str
    title: Text
    board: Board
    columns: Mapping[str, Text]
    narrow: Mapping[str, Text]
    gaps: bool
    note: Text
    column: str
    counted: str

    def blocks(self) -> tuple[Chart, Section]:
        """The picture, and the same as a list that pages fold away."""
        return self._chart(), self._section()

    def rows(self, language: Language) -> pa.Table:
        """A row for each artist and column."""
        names = {each.artist_id: words.artist(each) for each in self.board.artists}
        return pa.Table.from_pylist(
            [
                {
                    "artist_id": each.row,
                    "artist": names[each.row].to(language),
                    self.column: each.column,
                    self.counted: each.n,
                    "of": each.of,
                    "share": each.share,
                }
                for each in self.board.cells
            ]
        )

    def _drawn(self) -> Sequence[Artist]:
        """The artists that have cells, in their order."""
        known = {cell.row for cell in self.board.cells}
        return [each for each in self.board.artists if each.artist_id in known]

    def _chart(self) -> Chart:
        listed = self._drawn()
        n, of = len(listed), len(self.columns)
        about = Text(
            f"Heat map: {n} artists in rows, {of} columns. The table has the figures.",
            f"{n}組のアーティスト(行)と{of}列のヒートマップ。数字は表にあります。",
        )
        source = words.source(self.board.source)
        return Chart(self.name, self.title, self._draw, about, source, SHARES)

    def _draw(self, language: Language, screen: Screen) -> "alt.LayerChart":
        from kaigai.findings.overview.charts import heat
        from kaigai.pictures.ink import NARROW, WIDE

        rows = {
            each.artist_id: artist_brief(each.name, each.latin).to(language)
            for each in self._drawn()
        }
        named = self.narrow if screen == "narrow" else self.columns
        columns = {name: text.to(language) for name, text in named.items()}
        size = NARROW if screen == "narrow" else WIDE
        return heat(self.board.cells, rows, columns, size, gaps=self.gaps)

    def _section(self) -> Section:
        cells = {(each.row, each.column): each for each in self.board.cells}
        rows = tuple(
            (
                artist_brief(each.name, each.latin),
                *(_said(cells.get((each.artist_id, c))) for c in self.columns),
            )
            for each in self._drawn()
        )
        columns = (Text("artist", "アーティスト"), *self.columns.values())
        return Section(self.title, columns, rows, note=self.note, folded=True)


def _said(cell: Cell | None) -> Any:
    if cell is None or (cell.n is not None and not cell.of):
        return None
    if cell.n is None:
        return words.NOT_KNOWN
    return Text(f"{cell.n:,} of {cell.of:,}", f"{cell.n:,} / {cell.of:,}")
