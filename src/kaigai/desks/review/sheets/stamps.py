"""Marks on a row of a sheet that tell, when it comes back, what has changed meanwhile."""

from collections.abc import Mapping
from typing import Any

from kaigai.formats.sheets.mark import mark


def stamp(row: Mapping[str, Any], text: str | None, suggestion_id: str | None) -> str:
    """What a row was given out with: the original, what was decided, and what was suggested."""
    return ".".join((mark(row["original"]), seen(row), mark(text), suggestion_id or "-"))


def seen(row: Mapping[str, Any]) -> str:
    """What stands in a slot, and what was decided last, in a few letters."""
    told = (row["now"], row["status"], row["text"])
    return mark("\x1f".join(each or "" for each in told))


__all__ = ["mark", "seen", "stamp"]
