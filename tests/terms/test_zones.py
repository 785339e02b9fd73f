"""A day is a place's day."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from kaigai.terms.zones import instant_in, near_zones, zone_named, zone_of

TOKYO = ZoneInfo("Asia/Tokyo")


@pytest.mark.parametrize(
    ("territory", "zone"),
    [
        ("JP", "Asia/Tokyo"),
        ("KR", "Asia/Seoul"),
        ("TW", "Asia/Taipei"),
        ("GB", "Europe/London"),
        ("DE", "Europe/Berlin"),
        ("CN", "Asia/Shanghai"),
        ("US", "UTC"),
        ("BR", "UTC"),
        ("", "UTC"),
    ],
)
def test_the_zone_of_a_home(territory: str, zone: str) -> None:
    assert zone_of(territory) == zone
    assert zone_named(zone).key == zone


@pytest.mark.parametrize("name", ["Asia", "Asia/Tokio", "../Asia/Tokyo", "/etc/passwd", "", "JST"])
def test_what_is_no_zone(name: str) -> None:
    with pytest.raises(ValueError, match="no time zone"):
        zone_named(name)


def test_near_names() -> None:
    assert near_zones("Asia/Tokio")[0] == "Asia/Tokyo"
    assert near_zones("seoul") == ["Asia/Seoul"]
    assert near_zones("New York")[0] == "America/New_York"


def test_a_day_means_its_end_there_and_a_time_the_clock_there() -> None:
    end = instant_in(TOKYO, date(2026, 11, 1))
    assert end.astimezone(UTC) == datetime(2026, 11, 1, 14, 59, 59, 999_999, tzinfo=UTC)
    clock = datetime(2026, 11, 1, 12)  # noqa: DTZ001
    assert instant_in(TOKYO, clock).astimezone(UTC).hour == 3
    noon = datetime(2026, 11, 1, 12, tzinfo=UTC)
    assert instant_in(TOKYO, noon) is noon
