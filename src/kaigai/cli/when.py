"""Days and instants as they are typed after `--as-of`."""

from datetime import date, datetime

from kaigai.cli import terminal
from kaigai.terms.instants import as_of_instant
from kaigai.terms.periods import parse_day
from kaigai.terms.text import Text

NO_DAY = Text(
    en="{given!r} is no day; write it as 2026-11-01",
    ja="{given!r} は日付ではありません。2026-11-01 のように書いてください",
)
NO_INSTANT = Text(
    en="{given!r} is neither a day nor an instant; write 2026-11-01 or 2026-11-01T12:00Z",
    ja="{given!r} は日付でも日時でもありません。"
    "2026-11-01 または 2026-11-01T12:00Z のように書いてください",
)


def day(text: str | None) -> date | None:
    """The day that was typed; the call is wrong where it is none."""
    try:
        return parse_day(text) if text else None
    except ValueError:
        terminal.wrong(NO_DAY, given=text)


def instant(text: str | None) -> datetime | None:
    """The instant that was typed, or the end of the day; the call is wrong where it is neither."""
    try:
        return as_of_instant(text) if text else None
    except ValueError:
        terminal.wrong(NO_INSTANT, given=text)
