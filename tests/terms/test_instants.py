"""A day, or a time with the offset that is written."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from kaigai.terms.instants import parse_moment

TOKYO = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-01", date(2026, 11, 1)),
        ("2026/11/1", date(2026, 11, 1)),
        ("2026年11月1日", date(2026, 11, 1)),
        ("20261101", date(2026, 11, 1)),
        ("2026-11-01T12:00", datetime(2026, 11, 1, 12)),  # noqa: DTZ001
        ("2026-11-01T12:00:30Z", datetime(2026, 11, 1, 12, 0, 30, tzinfo=UTC)),
        ("2026-11-01T12:00+09:00", datetime(2026, 11, 1, 12, tzinfo=TOKYO)),
    ],
)
def test_days_and_times(text: str, moment: date | datetime) -> None:
    found = parse_moment(text)
    assert (found, type(found)) == (moment, type(moment))
    assert getattr(found, "tzinfo", None) == getattr(moment, "tzinfo", None)


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01", "2026-11-31T12:00", "25:00"])
def test_what_is_neither(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_moment(text)
