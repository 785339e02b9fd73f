"""Durations, days and instants: every way they are written, and what must be refused."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.terms.periods import (
    iso_duration,
    month_after,
    parse_day,
    parse_duration_ms,
    parse_instant,
    parse_month,
    week_of,
)


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("PT1H2M3.5S", 3_723_500),
        ("PT25S", 25_000),
        ("PT3M", 180_000),
        ("P1DT1H", 90_000_000),
        ("PT0H03M25S", 205_000),
        ("PT3M25.1234S", 205_123),
        ("PT0S", 0),
        ("pt3m25s", 205_000),
        ("PT3,5S", 3_500),
        ("3:45", 225_000),
        ("03:45.5", 225_500),
        ("1:02:03", 3_723_000),
        ("0:00", 0),
        ("225", 225_000),
        ("225.25", 225_250),
        ("３：４５", 225_000),
        (" 3:45 ", 225_000),
        ("3分45秒", 225_000),
        ("1時間2分3秒", 3_723_000),
    ],
)
def test_durations(text: str, ms: int) -> None:
    assert parse_duration_ms(text) == ms


@pytest.mark.parametrize(
    "text",
    [
        "",
        "P",
        "PT",
        "P1Y",
        "P2W",
        "3:45:67:1",
        "-3:45",
        "-5",
        "abc",
        "1e3",
        "٣:٤٥",
        "PT5",
        ":",
        "3'45",
    ],
)
def test_what_is_no_duration(text: str) -> None:
    with pytest.raises(ValueError, match="is no duration"):
        parse_duration_ms(text)


@pytest.mark.parametrize(
    ("ms", "text"),
    [
        (0, "PT0S"),
        (225_000, "PT3M45S"),
        (180_000, "PT3M"),
        (3_723_500, "PT1H2M3.5S"),
        (90_000_000, "PT25H"),
        (1, "PT0.001S"),
        (10_000, "PT10S"),
        (3_600_100, "PT1H0.1S"),
    ],
)
def test_iso_duration(ms: int, text: str) -> None:
    assert iso_duration(ms) == text


def test_no_negative_duration() -> None:
    with pytest.raises(ValueError, match="negative"):
        iso_duration(-1)


@given(st.integers(min_value=0, max_value=10**11))
def test_duration_round_trip(ms: int) -> None:
    assert parse_duration_ms(iso_duration(ms)) == ms


@pytest.mark.parametrize(
    "text",
    [
        "2024-04-01",
        "2024/4/1",
        "2024.4.1",
        "２０２４．４．１",
        "20240401",
        "2024年4月1日",
        "2024年04月01日(月)",
        "令和6年4月1日",
        "2024-04-01 00:00:00",
        "2024-04-01T00:00:00Z",
        " 2024-04-01 ",
    ],
)
def test_days(text: str) -> None:
    assert parse_day(text) == date(2024, 4, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [("令和元年5月1日", date(2019, 5, 1)), ("平成31年4月30日", date(2019, 4, 30))],
)
def test_japanese_eras(text: str, day: date) -> None:
    assert parse_day(text) == day


@pytest.mark.parametrize(
    "text",
    ["", "2024", "2024-04", "2024-13-01", "2024-02-30", "04/01/2024", "24-04-01", "2024-04/01",
     "45383", "2024-04-01 12:00", "0000-01-01", "未定", "2024年4月"],
)  # fmt: skip
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError, match="is no day"):
        parse_day(text)


@given(st.dates())
def test_day_round_trip(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert parse_day(f"{day:%Y}".zfill(4) + f"年{day.month}月{day.day}日") == day


@pytest.mark.parametrize(
    "text",
    ["2024-04", "2024/4", "202404", "2024年4月", "2024年4月度", "April 2024", "Apr 2024",
     "Apr-2024", "令和6年4月", "2024-04-15", "２０２４年４月"],
)  # fmt: skip
def test_months(text: str) -> None:
    assert parse_month(text) == date(2024, 4, 1)


@pytest.mark.parametrize("text", ["", "2024-13", "202400", "Foo 2024", "2024", "0000-01"])
def test_what_is_no_month(text: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        parse_month(text)


def test_weeks_begin_on_monday() -> None:
    assert week_of(date(2024, 4, 7)) == week_of(date(2024, 4, 1)) == date(2024, 4, 1)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2024-04-01T09:00:00+09:00", datetime(2024, 4, 1, tzinfo=UTC)),
        ("2024-04-01T09:00:00+0900", datetime(2024, 4, 1, tzinfo=UTC)),
        ("2024-04-01T00:00:00Z", datetime(2024, 4, 1, tzinfo=UTC)),
        ("2024-04-01 00:00 UTC", datetime(2024, 4, 1, tzinfo=UTC)),
        ("2024-04-01", datetime(2024, 4, 1, tzinfo=UTC)),
        ("2024-03-31T19:00:00-05:00", datetime(2024, 4, 1, tzinfo=UTC)),
        ("2024-04-01T01:02:03.1234567Z", datetime(2024, 4, 1, 1, 2, 3, 123456, tzinfo=UTC)),
        ("2024-04-01T01:02:03.5", datetime(2024, 4, 1, 1, 2, 3, 500000, tzinfo=UTC)),
        ("2024/4/1 1:02", datetime(2024, 4, 1, 1, 2, tzinfo=UTC)),
    ],
)
def test_instants(text: str, instant: datetime) -> None:
    assert parse_instant(text) == instant
    assert parse_instant(text).tzinfo is UTC


def test_a_time_without_offset_is_taken_in_the_zone() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    assert parse_instant("2024-04-01T09:00", tokyo) == datetime(2024, 4, 1, tzinfo=UTC)
    assert parse_instant("2024-04-01T09:00Z", tokyo) == datetime(2024, 4, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["", "09:00", "2024-04-01T24:00", "2024-04-01T09:60", "2024-13-01T00:00", "yesterday",
     "0001-01-01T00:00+09:00", "2024-04-01T09:00+25:00"],
)  # fmt: skip
def test_what_is_no_instant(text: str) -> None:
    with pytest.raises(ValueError, match="is no time"):
        parse_instant(text)


@given(
    st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)),
    st.times(),
    st.integers(min_value=-720, max_value=840),
)
def test_instant_round_trip(day: date, clock: time, minutes: int) -> None:
    aware = datetime.combine(day, clock, timezone(timedelta(minutes=minutes)))
    assert parse_instant(aware.isoformat()) == aware


@given(st.text())
def test_any_text_is_read_or_refused_by_name(text: str) -> None:
    for parse in (parse_duration_ms, parse_day, parse_month, parse_instant):
        refusal = ""
        try:
            parse(text)
        except ValueError as refused:
            refusal = str(refused)
        assert not refusal or repr(text) in refusal


@pytest.mark.parametrize(
    ("month", "count", "after"),
    [
        (date(2026, 11, 1), 1, date(2026, 12, 1)),
        (date(2026, 12, 15), 1, date(2027, 1, 1)),
        (date(2026, 1, 1), -1, date(2025, 12, 1)),
        (date(2026, 1, 1), 25, date(2028, 2, 1)),
    ],
)
def test_months_after_another(month: date, count: int, after: date) -> None:
    assert month_after(month, count) == after
