"""The right that a row's territory columns grant."""

from datetime import date
from functools import lru_cache

from kaigai.formats.sheets.territory_cell import NOWHERE, place_of
from kaigai.formats.sheets.values import as_text
from kaigai.sources.rights import NOTHING, Right, deal_rows, deal_set_id, territory_set
from kaigai.sources.sheets.batches import Row
from kaigai.sources.sheets.lines import Line
from kaigai.terms.territories import WORLD, Mask, mask_id, minus
from kaigai.terms.text import Text


def granted(line: Line) -> tuple[int | None, list[Row]]:
    """The id of the row's set of deals, and the rows that say what is in it.

    None: the row says nothing of territories, or something that cannot be understood; NOTHING:
    it says that there are none.
    """
    before = len(line.refused)
    territories = _mask(line, "territories")
    excluded = _mask(line, "excluded")
    start, end = line.day("start_day"), line.day("end_day")
    if len(line.refused) > before or (territories is None and excluded is None):
        return None, []
    mask = minus(territories or WORLD, excluded or NOWHERE)
    given = " / ".join(filter(None, (line.text("territories"), line.text("excluded"))))
    if mask == NOWHERE:
        return NOTHING, []
    return _set(mask, given, start, end)


@lru_cache(maxsize=4096)
def _set(mask: Mask, given: str, start: date | None, end: date | None) -> tuple[int, list[Row]]:
    right = Right(mask_id(mask), start_day=start, end_day=end)
    set_id = deal_set_id([right])
    deals: list[Row] = [("deals", row) for row in deal_rows(set_id, [right])]
    return set_id, [("territory_sets", territory_set(mask, given)), *deals]


def _mask(line: Line, field: str) -> Mask | None:
    for column, cell in line.cells(field):
        place = place_of(as_text(cell))
        if not place.unknown:
            return place.mask
        line.refuse(column, ", ".join(place.unknown), _PLACE)
    return None


_PLACE = (
    Text(
        en="territories: names or ISO codes, Worldwide, or all but some, as in 全世界(中国を除く)",
        ja="国・地域名かISOコード、「全世界」、または「全世界(中国を除く)」のような書き方",
    ),
    Text(
        en="correct the name; until then the row's territories count as unknown",
        ja="名前を直してください。それまで、この行の配信地域は「不明」として扱います",
    ),
)
