"""An answer about home and overseas, before any door shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kaigai.desks.measure.expansion import Abroad
from kaigai.desks.measure.share_query import Share, Wanted
from kaigai.terms.text import Text


@dataclass(frozen=True, slots=True)
class Shares:
    """Home and overseas as asked for, and what it rests on."""

    wanted: Wanted
    shares: tuple[Share, ...]
    months: tuple[Mapping[str, Any], ...]  #: the same by month, for pictures and files
    names: Mapping[str, Text]
    ties: Mapping[str, int]
    lines: Mapping[tuple[str, ...], int]  #: how many there are of each series, shown or not
    places: tuple[dict[str, Any], ...] = ()
    abroad: Abroad | None = None
    after: date | None = None  #: the month of a campaign, from which the half-life is told
