"""What asking the registry and filling it give back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kaigai.desks.names.changes import Conflict
from kaigai.formats.sheets.form import BadRow


@dataclass(frozen=True, slots=True)
class Names:
    """Rows of the registry, with suggestions; `forms` are all names where one row was found."""

    total: int
    rows: tuple[Mapping[str, Any], ...]
    forms: tuple[Mapping[str, Any], ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What a sheet changed: decisions that are kept now, and what was left as it was."""

    decided: tuple[Mapping[str, Any], ...]
    conflicts: tuple[Conflict, ...]
    bad: tuple[BadRow, ...]
    unchanged: int
    emptied: int
