"""What a file's name tells of a report: the account, and the days that it counts."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

_COPY: Final = re.compile(r"\s*(?:\(\d{1,3}\)|[-_ ]copy(?: \d+)?|のコピー)$", re.IGNORECASE)
_ENDING: Final = re.compile(r"\.(?:csv|tsv|txt|xlsx|gz)$", re.IGNORECASE)
_WINDOW: Final = re.compile(r"(\d{1,3})[ _-]?(hour|day|week|month|year)s?", re.IGNORECASE)
_DAYS: Final = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}


def account_of(name: str) -> str:
    """A file's name without folders, endings and the number of a second download."""
    stem = name.replace("\\", "/").rpartition("/")[2]
    while _ENDING.search(stem):
        stem = _ENDING.sub("", stem)
    return _COPY.sub("", stem).strip() or name


def windowed(given: Mapping[str, str], at: date) -> Mapping[str, str]:
    """What is given, with its last day where only the day after is, or a window's length.

    A window (`28day`, `1year`) ends on the last day before the file's own date.
    """
    if "until" in given:
        return {**given, **_before(given["until"])}
    found = _WINDOW.fullmatch(given.get("window", ""))
    if not found or "start" in given:
        return given
    days = max(1, round(int(found.group(1)) * _DAYS[found.group(2).lower()]))
    start = at - timedelta(days=days)
    return {**given, "start": start.isoformat(), "end": (at - timedelta(days=1)).isoformat()}


def _before(day: str) -> dict[str, str]:
    try:
        return {"end": (date.fromisoformat(day) - timedelta(days=1)).isoformat()}
    except (ValueError, OverflowError):
        return {}
