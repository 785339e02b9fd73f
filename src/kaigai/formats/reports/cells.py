"""Cells into values, column by column: each distinct text of a column is read once."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, localcontext
from functools import partial
from typing import Any, Final

from kaigai.formats.reports.days import Order, Period, a_day, a_month
from kaigai.formats.reports.numbers import Mark, parse_number
from kaigai.formats.reports.places import territory
from kaigai.formats.reports.spec import Report
from kaigai.formats.sheets.values import is_nothing
from kaigai.formats.youtube import ids
from kaigai.terms import gtin, isrc
from kaigai.terms.periods import parse_duration_ms

#: Distinct texts of one column that are remembered.
REMEMBERED: Final = 100_000

Parse = Callable[[str], Any]


class Memory(dict[str, Any]):
    """What each text of a column means; `bad` are those of the batch that mean nothing."""

    def __init__(self, parse: Parse, *, quoted: bool = False) -> None:
        super().__init__()
        self.parse, self.quoted = parse, quoted
        self.bad: set[str] = set()

    def __missing__(self, text: str) -> Any:
        plain = text.strip()
        if self.quoted and len(plain) > 1 and plain[0] == plain[-1] == '"':
            plain = plain[1:-1].replace('""', '"').strip()
        try:
            value = self.parse(plain)
        except (ValueError, OverflowError):
            value = None
            self.bad.add(text)
        self[text] = value
        return value

    def column(self, cells: Sequence[str]) -> list[Any]:
        """The values of a batch's cells."""
        for text in self.bad:
            self.pop(text, None)
        self.bad.clear()
        if len(self) > REMEMBERED:
            self.clear()
        return [self[cell] for cell in cells]


def parsers(report: Report, mark: Mark) -> Mapping[str, Parse]:
    """How the cells of each field are read; the parsers raise ValueError."""
    number: Parse = partial(parse_number, mark=mark)
    return {
        **dict.fromkeys(report.numbers, number),
        "isrc": as_isrc,
        "gtin": as_gtin,
        "video": as_video,
        "territory": territory,
        "duration": as_duration_ms,
        "currency": as_currency,
        "period": partial(as_period, report=report),
        "start": partial(as_day, order=report.order),
        "end": partial(as_day, order=report.order),
        "reported": partial(as_reported, order=report.order),
        "returned": lambda text: text.upper()[:1] == "R",
    }


def as_text(text: str) -> str | None:
    """The text, or None where there is none."""
    return text or None


def as_isrc(text: str) -> str | None:
    """A normalised ISRC; None where the cell says nothing."""
    if is_nothing(text):
        return None
    found = isrc.normalise(text)
    if found is None:
        raise ValueError(f"{text!r} is no ISRC")
    return found


def as_gtin(text: str) -> str | None:
    """Thirteen digits; None for what is none, for a UPC beside an ISRC is only a help."""
    return gtin.normalise(text.removeprefix("'"))


def as_video(text: str) -> str | None:
    """A video's id; None where the cell says nothing."""
    if not text:
        return None
    found = ids.video_id(text)
    if found is None:
        raise ValueError(f"{text!r} is no video")
    return found


def as_duration_ms(text: str) -> int | None:
    """Milliseconds; None for what tells no length."""
    try:
        return parse_duration_ms(text) or None
    except ValueError:
        return None


def as_currency(text: str) -> str | None:
    """Three letters of ISO 4217; None where the cell says nothing."""
    code = text.upper()
    if not code:
        return None
    if len(code) != 3 or not (code.isascii() and code.isalpha()):
        raise ValueError(f"{text!r} is no currency")
    return code


def as_period(text: str, report: Report) -> Period | None:
    """The day or month of a row; None where the cell is empty."""
    if not text:
        return None
    return (
        (a_day(text, report.order), 1) if report.period == "day" else a_month(text, report.order)
    )


def as_day(text: str, order: Order) -> date | None:
    """A day; None where the cell is empty."""
    return a_day(text, order) if text else None


def as_reported(text: str, order: Order) -> Period | None:
    """The day or month of a statement; None for what tells none."""
    try:
        return a_day(text, order), 1
    except ValueError:
        pass
    try:
        return a_month(text, order)
    except ValueError:
        return None


def total(values: Sequence[Decimal | None]) -> Decimal:
    """The exact sum."""
    with localcontext(prec=90):
        return sum((value for value in values if value is not None), start=Decimal(0))
