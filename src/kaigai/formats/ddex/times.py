"""Dates, instants and durations as DDEX writes them (ISO 8601), parsed once per spelling."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Literal

Precision = Literal["year", "month", "day", "instant"]

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(Z|[+-]\d{2}:?\d{2})?")
_INSTANT = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?"
    r"\s*(Z|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_MIDNIGHT = re.compile(r"[Tt ](?:00|24):00(?::00(?:[.,]0*)?)?(?![0-9:.,])")
_DURATION = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?"
    r"(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?"
)
_LONGEST_MS = 1000 * 3_600_000


@dataclass(slots=True, frozen=True)
class When:
    """A day or an instant, and which of the two was said.

    day        as written, before any change of zone; a year alone is its first of January
    at         the instant in UTC; None when only a day was given
    is_zoned   False for an instant without an offset: local time wherever the deal holds
               (`at` then reads it as UTC)
    last_day   the last day that is meant when this ends something: an instant at midnight
               ends the day before, a year alone its last day
    """

    text: str
    day: date
    at: datetime | None = None
    precision: Precision = "day"
    is_zoned: bool = True

    @property
    def last_day(self) -> date:
        """The day itself, save for midnights, months and years (see above)."""
        if self.precision == "instant":
            return self.day - timedelta(days=1) if _MIDNIGHT.search(self.text) else self.day
        if self.precision == "day" or self.day.year == date.max.year:
            return self.day
        month = self.day.month if self.precision == "month" else 12
        after = (self.day.year, month + 1) if month < 12 else (self.day.year + 1, 1)
        return date(*after, 1) - timedelta(days=1)


@lru_cache(maxsize=8192)
def when_from(text: str) -> When | None:
    """A When, or None for what is none. Source: ddex_IsoDate, xs:dateTime.

    >>> when_from("2014-09-24T14:57:25.1234567+01:00").at.isoformat()
    '2014-09-24T13:57:25.123456+00:00'
    """
    try:
        return _day_from(text) or _instant_from(text)
    except (ValueError, OverflowError):
        return None


def _day_from(text: str) -> When | None:
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    year, month, day, _ = match.groups()
    precision: Precision = "day" if day else "month" if month else "year"
    return When(text, date(int(year), int(month or 1), int(day or 1)), None, precision)


def _instant_from(text: str) -> When | None:
    match = _INSTANT.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction, zone = match.groups()
    start = datetime(int(year), int(month), int(day), tzinfo=_zone_from(zone))
    # 24:00:00 is the end of a day in ISO 8601, and Python's datetime does not take it.
    clock = (int(hour), int(minute), int(second or 0))
    if clock > (24, 0, 0) or clock[1] > 59 or clock[2] > 60:
        return None
    local = start + timedelta(
        hours=int(hour),
        minutes=int(minute),
        seconds=int(second or 0),
        microseconds=int(((fraction or "0") + "000000")[:6]),
    )
    return When(text, local.date(), local.astimezone(UTC), "instant", zone is not None)


def _zone_from(zone: str | None) -> timezone:
    if zone is None or zone in "Zz":
        return UTC
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes))


@lru_cache(maxsize=8192)
def milliseconds_from(text: str) -> int | None:
    """An ISO 8601 duration in milliseconds, or None for what is none or over 1,000 hours.

    >>> milliseconds_from("PT0H8M7S"), milliseconds_from("PT3M26.2S")
    (487000, 206200)
    """
    match = _DURATION.fullmatch(text)
    if match is None or text[-1] in "PT":
        return None
    years, months, weeks, days, hours, minutes, seconds = match.groups()
    if max(map(len, match.groups(""))) > 12 or int(years or 0) or int(months or 0):
        return None
    whole = (int(weeks or 0) * 7 + int(days or 0)) * 24 + int(hours or 0)
    total = (whole * 60 + int(minutes or 0)) * 60_000
    total += round(float((seconds or "0").replace(",", ".")) * 1000)
    return total if total <= _LONGEST_MS else None
