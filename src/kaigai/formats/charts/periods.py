"""The day and length of a row's period, as charts and reports write them."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from kaigai.terms.digits import to_half_width
from kaigai.terms.periods import parse_day, parse_month

DAILY: Final = 1
WEEKLY: Final = 7
MONTHLY: Final = 30  #: every month counts so, that months can be added up

_WEEK: Final = re.compile(r"(\d{4})-?W(\d{2})", re.IGNORECASE)
_CLOCK: Final = re.compile(r"[T ]\d{1,2}:\d{2}.*$")
_WEEKLY: Final = re.compile(r"weekly|(?<![a-z])weeks?(?![a-z])|週", re.IGNORECASE)
_MONTHLY: Final = re.compile(
    r"monthly|(?<![a-z])months?(?![a-z])|月間|月次|対象月|利用月", re.IGNORECASE
)
_FEWEST: Final = 4  #: days before their distance says anything


class Period(NamedTuple):
    """The first day, and the length in days where the text itself says it."""

    day: date
    days: int | None = None


@lru_cache(maxsize=65_536)
def period_of(text: str) -> Period | None:
    """The period of `2024-04-01`, `20240401`, `2024-W14`, `2024-04`, `2024年4月`; else None."""
    plain = _CLOCK.sub("", to_half_width(text).strip())
    try:
        if week := _WEEK.fullmatch(plain):
            return Period(date.fromisocalendar(int(week[1]), int(week[2]), 1), WEEKLY)
        return Period(parse_day(plain))
    except ValueError:
        pass
    try:
        return Period(parse_month(plain), MONTHLY)
    except ValueError:
        return None


def days_said(*texts: str) -> int | None:
    """The length that a header or a file's name speaks of."""
    if any(_MONTHLY.search(text) for text in texts):
        return MONTHLY
    return WEEKLY if any(_WEEKLY.search(text) for text in texts) else None


def days_between(days: Iterable[date]) -> int:
    """The length of a series' periods, by the usual distance of its days."""
    ordered = sorted(set(days))
    gaps = Counter((b - a).days for a, b in pairwise(ordered))
    if len(ordered) < _FEWEST:
        return DAILY
    gap = gaps.most_common(1)[0][0]
    weekly = sum(count for gap, count in gaps.items() if gap % 7 == 0)
    if gap == WEEKLY and weekly * 2 > gaps.total():
        return WEEKLY
    months = sum(count for gap, count in gaps.items() if 28 <= gap <= 31)
    return MONTHLY if months * 2 > gaps.total() else DAILY
