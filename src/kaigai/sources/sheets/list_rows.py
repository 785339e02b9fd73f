"""Lists with one kind of line, on whichever sheet of a file: what their readers share."""

from collections.abc import Callable, Iterable, Iterator

from kaigai.formats.sheets.headers import Enough, Guess, locate
from kaigai.sources.reader import LISTED, Delivery, Part, Source
from kaigai.sources.sheets.batches import Batches, Row, file_name
from kaigai.sources.sheets.column_mapping import no_header
from kaigai.sources.sheets.lines import Line, lines, sheets_of
from kaigai.terms.text import Text


def listed(
    source: Source,
    way: tuple[Guess, Enough],
    rows_of: Callable[[Line], Iterable[Row]],
    expected: Text,
) -> Iterator[Part]:
    """The rows of every sheet whose header is found by `way`; good lines are kept, bad ones told.

    Raises RefusedFile, which says what header was `expected`, where no sheet has one.
    """
    batches, found = Batches(), False
    for sheet in sheets_of(source):
        located = locate(sheet, way)
        if located is None:
            continue
        if not found:
            yield Delivery(f"sheet:{file_name(source)}", standing=LISTED)
        found = True
        for line in lines(located[1]):
            yield from batches.add(rows_of(line))
            yield from line.refused
    if not found:
        raise no_header(source, expected)
    yield from batches.rest()
