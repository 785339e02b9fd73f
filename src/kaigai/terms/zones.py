"""Time zones: a day is a place's day, and an instant is read from a clock on its wall."""

from collections.abc import Mapping
from datetime import date, datetime, time, tzinfo
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

NOWHERE: Final = "UTC"  #: for a territory with several zones, of which none is the one meant
#: Of territories with several zones, that in which a day is commonly told (CLDR primaryZones).
PRIMARY: Final[Mapping[str, str]] = {
    "JP": "Asia/Tokyo",  # asked most, and without the tables of Babel
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "DE": "Europe/Berlin",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "MH": "Pacific/Majuro",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
    "UA": "Europe/Kyiv",
    "UZ": "Asia/Tashkent",
}


@lru_cache(maxsize=300)
def zone_of(territory: str) -> str:
    """The IANA name of the zone in which a territory's days begin; UTC where it has several."""
    if territory in PRIMARY:
        return PRIMARY[territory]
    from babel.core import get_global

    zones = get_global("territory_zones").get(territory, ())
    return str(zones[0]) if len(zones) == 1 else NOWHERE


def zone_named(name: str) -> ZoneInfo:
    """The zone of an IANA name such as Asia/Seoul; raises ValueError."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # a folder, such as Asia, too
        raise ValueError(f"{name!r} is no time zone; expected one such as Asia/Seoul") from error


def near_zones(name: str) -> list[str]:
    """IANA names that are spelt almost so, or that end in that place."""
    from difflib import get_close_matches
    from zoneinfo import available_timezones

    place = name.strip().replace(" ", "_").rpartition("/")[2].casefold()
    known = sorted(each for each in available_timezones() if "/" in each)
    ends = [each for each in known if each.rpartition("/")[2].casefold() == place]
    return list(dict.fromkeys([*ends, *get_close_matches(name, known, n=3, cutoff=0.7)]))[:3]


def instant_in(zone: tzinfo, given: date | datetime) -> datetime:
    """The instant that a day or a time means in a zone: a day its end, a time without an offset
    the clock there."""
    if isinstance(given, datetime):
        return given if given.tzinfo else given.replace(tzinfo=zone)
    return datetime.combine(given, time.max, zone)
