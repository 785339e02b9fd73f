"""“As of” as people write it: an instant, or a day, which means its end."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

from kaigai.terms.periods import parse_clock, parse_day

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_CLOCK = re.compile(r"\d{1,2}:\d{2}")


def parse_moment(text: str) -> date | datetime:
    """A day, or a time: with its offset, or without one where none is written. What they mean in
    a place says `zones.instant_in`. Raises ValueError for what is neither."""
    return parse_clock(text) if _CLOCK.search(text) else parse_day(text)


def micros(at: datetime) -> int:
    """Microseconds since 1970."""
    return (at - EPOCH) // timedelta(microseconds=1)
