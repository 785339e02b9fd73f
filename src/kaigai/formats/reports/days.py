"""The days that a report's row is about: a day, a month, a quarter, or from one day to another."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final, Literal

from kaigai.terms.digits import to_half_width
from kaigai.terms.periods import parse_day, parse_month

#: The first day, and how many there are.
Period = tuple[date, int]
Order = Literal["ymd", "mdy", "dmy"]

_CLOCK: Final = re.compile(r"[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:AM|PM|Z|UTC)?$", re.I)
_SLASHED: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_MONTH_FIRST: Final = re.compile(r"(\d{1,2})[/.-](\d{4})")
_ORCHARD: Final = re.compile(r"(\d{4})M(\d{1,2})(?:D\d{1,2})?", re.IGNORECASE)
_QUARTER: Final = re.compile(r"(?:Q([1-4])[- /]?(\d{4})|(\d{4})[- /]?Q([1-4]))", re.IGNORECASE)
_SHORT_YEAR: Final = re.compile(r"([A-Za-z]{3,9})[- ']+(\d{2})")
_FIRST_YEAR: Final = 1990  #: nothing was sold by download or stream before
_LAST_YEAR: Final = 2200


def a_day(text: str, order: Order = "ymd") -> date:
    """The day of `2024-04-01`, `20240401`, `2024年4月1日`, or in the order that the report uses
    (`10/15/2023 12:00:00 AM` with mdy); ValueError otherwise."""
    plain = _CLOCK.sub("", to_half_width(text).strip())
    found = _SLASHED.fullmatch(plain)
    if not found:
        return _sensible(parse_day(plain), text)
    first, second, year = map(int, found.groups())
    if order == "ymd":
        raise ValueError(f"{text!r} is read in two ways; expected 2024-04-01")
    month, day = (first, second) if order == "mdy" else (second, first)
    try:
        return _sensible(date(year, month, day), text)
    except ValueError:
        raise ValueError(f"{text!r} is no day") from None


def a_month(text: str, order: Order = "ymd") -> Period:
    """The month, or quarter, that a cell names; a whole day stands for its month.

    Takes `2024-04`, `202404`, `04/2024`, `2017M10`, `Oct 2017`, `Oct-17`, `2024年4月度` and
    `2023 Q4`.
    Raises ValueError for anything else.
    """
    plain = to_half_width(text).strip()
    if quarter := _QUARTER.fullmatch(plain):
        number, year = quarter.group(1) or quarter.group(4), quarter.group(2) or quarter.group(3)
        first = _first(int(year), 3 * int(number) - 2, text)
        return first, sum(_length(first.year, first.month + n) for n in range(3))
    first = _sensible(_first_of_month(plain, order), text)
    return first, _length(first.year, first.month)


def _first_of_month(plain: str, order: Order) -> date:
    if found := _ORCHARD.fullmatch(plain):
        return _first(int(found.group(1)), int(found.group(2)), plain)
    if found := _MONTH_FIRST.fullmatch(plain):
        return _first(int(found.group(2)), int(found.group(1)), plain)
    if found := _SHORT_YEAR.fullmatch(plain):
        return parse_month(f"{found.group(1)} 20{found.group(2)}")
    if _SLASHED.match(plain) or _CLOCK.search(plain):
        return a_day(plain, order).replace(day=1)
    return parse_month(plain)


def span(first: date, last: date) -> Period:
    """From one day to another, both included; ValueError when they stand the wrong way round."""
    days = (last - first).days + 1
    if not 0 < days <= 20_000:
        raise ValueError(f"from {first} to {last} is no period")
    return first, days


def last_day(period: Period) -> date:
    """The last day of a period."""
    return period[0] + timedelta(days=period[1] - 1)


def named(period: Period) -> str:
    """A period as a scope calls it: `2024-04` for a whole month, a day, or `from/to`."""
    first, days = period
    if days == 1:
        return first.isoformat()
    if first.day == 1 and days == _length(first.year, first.month):
        return f"{first:%Y-%m}"
    return f"{first.isoformat()}/{last_day(period).isoformat()}"


def _first(year: int, month: int, text: str) -> date:
    try:
        return _sensible(date(year, month, 1), text)
    except ValueError:
        raise ValueError(f"{text!r} is no month") from None


def _sensible(day: date, text: str) -> date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError(f"{text!r} lies outside of the years of reports")
    return day


def _length(year: int, month: int) -> int:
    return monthrange(year, month)[1]
