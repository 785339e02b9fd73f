"""Dates, instants and durations: every form that DDEX allows, and what is none."""

from datetime import UTC, date, datetime

import pytest

from kaigai.formats.ddex.times import milliseconds_from, when_from


@pytest.mark.parametrize(
    ("text", "day", "at", "precision", "zoned"),
    [
        ("2026", date(2026, 1, 1), None, "year", True),
        ("2026-04", date(2026, 4, 1), None, "month", True),
        ("2026-04-01", date(2026, 4, 1), None, "day", True),
        ("2026-04-01+09:00", date(2026, 4, 1), None, "day", True),
        (
            "2026-04-01T00:00:00+09:00",
            date(2026, 4, 1),
            datetime(2026, 3, 31, 15, tzinfo=UTC),
            "instant",
            True,
        ),
        (
            "2026-04-01T00:00:00",
            date(2026, 4, 1),
            datetime(2026, 4, 1, tzinfo=UTC),
            "instant",
            False,
        ),
        (
            "2014-09-24T14:57:25.1234567Z",
            date(2014, 9, 24),
            datetime(2014, 9, 24, 14, 57, 25, 123456, tzinfo=UTC),
            "instant",
            True,
        ),
        (
            "2026-04-01T24:00:00Z",
            date(2026, 4, 2),
            datetime(2026, 4, 2, tzinfo=UTC),
            "instant",
            True,
        ),
    ],
)
def test_when(text: str, day: date, at: datetime | None, precision: str, zoned: bool) -> None:
    when = when_from(text)
    assert when is not None
    assert (when.day, when.at, when.precision, when.is_zoned) == (day, at, precision, zoned)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2026-13-01", "2026-02-30", "01/04/2026", "2026-04-01T25:00:00Z", "0000"],
)
def test_no_when(text: str) -> None:
    assert when_from(text) is None


@pytest.mark.parametrize(
    ("text", "milliseconds"),
    [
        ("PT0H8M7S", 487_000),
        ("PT3M26.2S", 206_200),
        ("PT148S", 148_000),
        ("PT1H", 3_600_000),
        ("P1DT1S", 86_401_000),
        ("P0Y0M0DT0H3M25S", 205_000),
        ("PT0.0005S", 0),
    ],
)
def test_milliseconds(text: str, milliseconds: int) -> None:
    assert milliseconds_from(text) == milliseconds


@pytest.mark.parametrize("text", ["", "P", "PT", "3:26", "206", "PT3M26", "P1Y", "PT9999999999S"])
def test_no_milliseconds(text: str) -> None:
    assert milliseconds_from(text) is None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2026-05-31", date(2026, 5, 31)),
        ("2026-06-01T00:00:00", date(2026, 5, 31)),
        ("2026-06-01T00:00:00.000+09:00", date(2026, 5, 31)),
        ("2026-05-31T24:00:00Z", date(2026, 5, 31)),
        ("2026-05-31T23:59:59Z", date(2026, 5, 31)),
        ("2026-06-01T00:00:01Z", date(2026, 6, 1)),
        ("2026-02", date(2026, 2, 28)),
        ("2026-12", date(2026, 12, 31)),
        ("2026", date(2026, 12, 31)),
    ],
)
def test_last_day(text: str, last: date) -> None:
    when = when_from(text)
    assert when is not None
    assert when.last_day == last
