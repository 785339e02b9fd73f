"""Reads a report's table: batches of good rows, a word about each bad one, and its own totals."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from kaigai.formats.reports import fault
from kaigai.formats.reports.batch import SIZE, Batch, Batches, has_subject
from kaigai.formats.reports.fault import Bad
from kaigai.formats.reports.layout import Opened
from kaigai.formats.reports.numbers import parse_number
from kaigai.formats.reports.rows import Line
from kaigai.formats.reports.totals import Tally, footer_field, is_sum, kind_of, numbers_of

#: Fields whose word `Total` makes a row without ids a total row.
_WORDED: Final = ("title", "artist", "album", "service", "territory", "account", "offer", "kind")


class Reading:
    """A report under way: iterate over it; `tally` then has the sums, stated and counted."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.heading, self.report = opened.heading, opened.heading.report
        self.tally = Tally(self.heading)
        self.batches = Batches(opened)
        self.bad = 0

    def __iter__(self) -> Iterator[Batch | Bad]:
        lines = self.opened.lines
        while chunk := list(islice(lines, SIZE)):
            good, shifted = self._fitted(chunk)
            if good:
                yield from self._batch(good)
            for line in shifted:
                yield from self._unless_excused(line, self._shifted(line))
        if self.bad > fault.MOST:
            yield fault.beyond(self.bad)

    def _batch(self, lines: Sequence[Line]) -> Iterator[Batch | Bad]:
        batch, bad, odd = self.batches.read(lines)
        for at, reason in bad.items():
            yield from self._unless_excused(lines[at], reason)
        kept = [at for at in range(len(lines)) if at not in bad]
        nobody = {at for at, told in enumerate(self._told(batch)) if not told}
        for at in sorted(nobody):
            line = lines[kept[at]]
            yield from self._unless_excused(line, self._nobody(line))
        yield from fault.capped(odd, self.bad)
        self.bad += len(odd)
        batch = batch.without(nobody)
        self.tally.add(batch)
        if batch.numbers:
            yield batch

    def _told(self, batch: Batch) -> Sequence[bool]:
        """Whether each row says whose plays it counts; `Total` is nobody."""
        if self.report.subject:
            return [True] * len(batch.numbers)
        told = list(has_subject(batch))
        for name in _WORDED if self.report.has_totals else ():
            column = batch.get(name)
            for word in filter(is_sum, set(column)):
                for at, text in enumerate(column):
                    if text == word and not _has_id(batch, at):
                        told[at] = False
        return told

    def _fitted(self, lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
        """Lines as wide as the header, and those with more cells than it."""
        width, good, shifted = len(self.heading.headers), [], []
        for number, cells in lines:
            if len(cells) == width:
                good.append((number, cells))
            elif len(cells) < width:
                good.append((number, cells + [""] * (width - len(cells))))
            elif any(map(str.strip, cells[width:])):
                shifted.append((number, cells))
            else:
                good.append((number, cells[:width]))
        return good, shifted

    def _unless_excused(self, line: Line, reason: Bad) -> Iterator[Bad]:
        """The refusal of a row, unless it is a total, a footer, an empty or a header row."""
        number, cells = line
        kind = kind_of(self.heading, cells)
        if kind is None:
            yield from fault.capped([reason], self.bad)
            self.bad += 1
        elif kind == "footer":
            said = [cell.strip() for cell in cells if cell.strip()]
            self._state(
                f"{said[0]}, {self._line(number)}", footer_field(self.report, said), said[1]
            )
        elif kind == "total":
            for name, cell in numbers_of(self.heading, cells).items():
                self._state(f"total row, {self._line(number)}", name, cell)

    def _state(self, place: str, name: str | None, cell: str) -> None:
        memory = self.batches.memories.get(name or "")
        try:
            value = memory.parse(cell.strip()) if memory else parse_number(cell)
        except ValueError:
            return
        if name:
            self.tally.state(place, name, value)

    def _line(self, number: int) -> str:
        return f"{self.opened.place} {number}"

    def _shifted(self, line: Line) -> Bad:
        return Bad(self._line(line[0]), f"{len(line[1])} cells", *fault.SHIFTED)

    def _nobody(self, line: Line) -> Bad:
        said = " | ".join(cell.strip() for cell in line[1] if cell.strip())
        return Bad(self._line(line[0]), said[:200], *fault.NOBODY)


def _has_id(batch: Batch, at: int) -> bool:
    return any(batch.get(name)[at] for name in ("isrc", "gtin", "video", "asset"))
