"""“As of” as people write it: an instant, or a day, which means its end (UTC)."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from kaigai.terms.periods import parse_day, parse_instant

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_CLOCK = re.compile(r"\d{1,2}:\d{2}")


def as_of_instant(text: str) -> datetime:
    """The instant that a day or an instant names; ValueError for what is neither.

    2026-11-01 is 23:59:59.999999 of that day; 2026-11-01T12:00+09:00 is 03:00. A time without
    an offset is in UTC.
    """
    if _CLOCK.search(text):
        return parse_instant(text)
    return end_of(parse_day(text))


def end_of(day: date) -> datetime:
    """The last instant of a day in UTC."""
    return datetime.combine(day, time.max, UTC)


def micros(at: datetime) -> int:
    """Microseconds since 1970."""
    return (at - EPOCH) // timedelta(microseconds=1)
