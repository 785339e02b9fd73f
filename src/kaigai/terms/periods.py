"""Durations, days, months and instants, as messages, platforms and Japanese sheets write them."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from kaigai.terms.digits import to_half_width

_NUMBER: Final = r"[0-9]{1,9}(?:[.,][0-9]{1,9})?"
_ISO_DURATION: Final = re.compile(
    rf"P(?:(?P<d>{_NUMBER})D)?(?:T(?:(?P<h>{_NUMBER})H)?(?:(?P<m>{_NUMBER})M)?(?:(?P<s>{_NUMBER})S)?)?"
)
_CLOCK: Final = re.compile(rf"(?:(?P<h>[0-9]{{1,4}}):)?(?P<m>[0-9]{{1,4}}):(?P<s>{_NUMBER})")
_WORDS: Final = re.compile(
    rf"(?:(?P<h>{_NUMBER})時間)?(?:(?P<m>{_NUMBER})分)?(?:(?P<s>{_NUMBER})秒)?"
)
_SECONDS: Final = re.compile(rf"(?P<s>{_NUMBER})")
_MS: Final = {"d": 86_400_000, "h": 3_600_000, "m": 60_000, "s": 1000}

_DAY_FORMS: Final = tuple(
    map(
        re.compile,
        (
            r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})",
            r"([0-9]{4})()([0-9]{2})([0-9]{2})",
            r"([0-9]{4})(年)([0-9]{1,2})月([0-9]{1,2})日",
        ),
    )
)
_MONTH: Final = re.compile(
    r"([0-9]{4})(?:[-/.]([0-9]{1,2})|([0-9]{2})|年([0-9]{1,2})月(?:度|分)?)"
)
_NAMED_MONTH: Final = re.compile(r"([A-Za-z]{3,9})\.?[ -]([0-9]{4})")
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_ERA: Final = re.compile(r"(令和|平成|昭和)(元|[0-9]{1,2})年")
_ERAS: Final = {"令和": 2018, "平成": 1988, "昭和": 1925}
_WEEKDAY: Final = re.compile(r"\s*\([月火水木金土日](?:曜日?)?\)$")
_MIDNIGHT: Final = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?Z?$")
_INSTANT: Final = re.compile(
    r"(?P<day>[0-9]{4}[-/.]?[0-9]{1,2}[-/.]?[0-9]{1,2})"
    r"(?:[T ]+(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:[.,](?P<part>[0-9]+))?)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?",
    re.IGNORECASE,
)


def parse_duration_ms(text: str) -> int:
    """Milliseconds of `PT1H2M3.5S`, `3:45`, `1:02:03`, `03:45.5`, `3分45秒` or `225` (seconds).

    Raises ValueError for anything else, also for ISO years, months and weeks, which no clock has.
    """
    plain = to_half_width(text).strip().upper()
    for form in (_ISO_DURATION, _CLOCK, _WORDS, _SECONDS):
        found = form.fullmatch(plain)
        if found and any(found.groups()):
            return _milliseconds(found.groupdict())
    raise ValueError(f"{text!r} is no duration; expected PT3M45S, 3:45 or a number of seconds")


def _milliseconds(parts: dict[str, str | None]) -> int:
    total = sum(
        (
            Decimal(number.replace(",", ".")) * _MS[unit]
            for unit, number in parts.items()
            if number
        ),
        start=Decimal(0),
    )
    return int(total.to_integral_value(ROUND_HALF_UP))


def iso_duration(duration_ms: int) -> str:
    """Milliseconds as ISO 8601 (`PT3M45S`, `PT1H2M3.5S`, `PT0S`); hours are never made days."""
    if duration_ms < 0:
        raise ValueError(f"a duration cannot be negative: {duration_ms} ms")
    minutes, ms = divmod(duration_ms, 60_000)
    hours, minutes = divmod(minutes, 60)
    seconds = f"{ms // 1000}.{ms % 1000:03}".rstrip("0").rstrip(".")
    parts = (f"{hours}H" if hours else "", f"{minutes}M" if minutes else "")
    tail = f"{seconds}S" if ms or not duration_ms // 60_000 else ""
    return f"PT{''.join(parts)}{tail}"


def _plain(text: str) -> str:
    plain = _WEEKDAY.sub("", to_half_width(text).strip())
    era = _ERA.match(plain)
    if not era:
        return plain
    year = _ERAS[era.group(1)] + (1 if era.group(2) == "元" else int(era.group(2)))
    return f"{year}年{plain[era.end() :]}"


def parse_day(text: str) -> date:
    """The day of `2024-04-01`, `2024/4/1`, `2024.4.1`, `20240401`, `2024年4月1日`, `令和6年...`.

    Full-width digits, a weekday in brackets and a spreadsheet's `00:00:00` are understood.
    Raises ValueError for what is no day, also for `04/01/2024`, which two countries read in two
    ways.
    """
    plain = _MIDNIGHT.sub("", _plain(text))
    for form in _DAY_FORMS:
        if found := form.fullmatch(plain):
            year, _, month, day = found.groups()
            try:
                return date(int(year), int(month), int(day))
            except ValueError as wrong:
                raise ValueError(f"{text!r} is no day: {wrong}") from None
    raise ValueError(f"{text!r} is no day; expected year, month, day as in 2024-04-01")


def parse_month(text: str) -> date:
    """The first day of `2024-04`, `2024/4`, `202404`, `2024年4月(度)` or `April 2024`, or of the
    month that a whole day lies in; ValueError otherwise."""
    plain = _plain(text)
    if named := _NAMED_MONTH.fullmatch(plain):
        word = named.group(1).lower()
        months = [n for n, name in enumerate(_MONTHS, start=1) if name.startswith(word)]
        if months:
            return date(int(named.group(2)), months[0], 1)
    found = _MONTH.fullmatch(plain)
    if not found:
        return parse_day(text).replace(day=1)
    year, *months_written = found.groups()
    month = next(int(written) for written in months_written if written)
    if not 1 <= month <= 12 or year == "0000":
        raise ValueError(f"{text!r} is no month; expected year and month as in 2024-04")
    return date(int(year), month, 1)


def week_of(day: date) -> date:
    """The Monday of the day's week, by which weeks are named."""
    return day - timedelta(days=day.weekday())


def parse_instant(text: str, zone: tzinfo = UTC) -> datetime:
    """An aware datetime in UTC, of what `parse_clock` reads; a day alone is its midnight.

    A time without an offset is taken in `zone`. Raises ValueError for what is no instant.
    """
    clock = parse_clock(text)
    try:
        return (clock if clock.tzinfo else clock.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError) as wrong:
        raise ValueError(f"{text!r} is no time: {wrong}") from None


def parse_clock(text: str) -> datetime:
    """A datetime with the offset that is written, if any: of ISO 8601 with or without seconds,
    fraction (beyond six digits cut off) and offset. Raises ValueError for what is no time."""
    found = _INSTANT.fullmatch(to_half_width(text).strip())
    if not found:
        raise ValueError(f"{text!r} is no time; expected 2024-04-01T09:00:00+09:00")
    try:
        clock = time(
            int(found["hour"] or 0),
            int(found["minute"] or 0),
            int(found["second"] or 0),
            int(((found["part"] or "") + "000000")[:6]),
        )
        return datetime.combine(parse_day(found["day"]), clock, _zone(found["zone"]))
    except ValueError as wrong:
        raise ValueError(f"{text!r} is no time: {wrong}") from None


def _zone(written: str | None) -> tzinfo | None:
    if not written:
        return None
    if written[0] not in "+-":
        return UTC
    offset = datetime.strptime(written, "%z").tzinfo
    return offset or UTC


def months_before(day: date, count: int) -> tuple[date, date]:
    """The first days of the first and the last of the `count` whole months before a day's own."""
    place = day.year * 12 + day.month - 1
    return _month_at(place - count), _month_at(place - 1)


def month_after(month: date, count: int = 1) -> date:
    """The first day of the month so many after another; before it where `count` is negative."""
    return _month_at(month.year * 12 + month.month - 1 + count)


def _month_at(place: int) -> date:
    return date(place // 12, place % 12 + 1, 1)
