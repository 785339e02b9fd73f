"""Sections as one table for other tools, where an answer has no table of its own."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa

from kaigai.terms.section import Mark, Section, Share
from kaigai.terms.text import Language, Text

NAME, VALUE = "name", "value"  #: columns of a section of names and values
PLAIN = (bool, int, float, date, datetime)


def rows_of(sections: Sequence[Section], language: Language) -> pa.Table:
    """A row for each row of each section, with every column that any of them has.

    Columns are called as the English heading is, so that programs read one name in either
    language; `section` says which section a row is of where there are several. Numbers and days
    stay what they are where a column holds nothing else.
    """
    found: list[dict[str, Any]] = []
    filled = [each for each in sections if each.rows]
    for section in filled:
        names = _names(section)
        above = {"section": section.title.to(language)} if len(filled) > 1 else {}
        for row in section.rows:
            found.append(above | dict(zip(names, map(_plain(language), row), strict=True)))
    columns = list(dict.fromkeys(name for row in found for name in row))
    return pa.table({name: _column([row.get(name) for row in found]) for name in columns})


def _names(section: Section) -> list[str]:
    """The columns' names in lower case with underscores; none is empty and none comes twice."""
    given = [column.en for column in section.columns]
    if not any(given) and len(given) == 2:
        return [NAME, VALUE]
    names: list[str] = []
    for place, each in enumerate(given):
        words = "".join(letter if letter.isalnum() else " " for letter in each.lower()).split()
        name = "_".join(words) or f"column_{place + 1}"
        names.append(name if name not in names else f"{name}_{place + 1}")
    return names


def _plain(language: Language) -> Any:
    def plain(value: Any) -> Any:
        match value:
            case None | "":
                return None
            case Text():
                return value.to(language)
            case Mark():
                return value.text.to(language)
            case Share():
                return value.value
            case list() | tuple():
                return "; ".join(str(plain(each)) for each in value)
            case datetime() if value.tzinfo:
                return value.astimezone(UTC)
            case _ if isinstance(value, PLAIN):
                return value
            case _:
                return str(value)

    return plain


def _column(values: list[Any]) -> pa.Array:
    """An array of one kind; text where the values are of several."""
    kinds = {type(value) for value in values if value is not None}
    if kinds == {int, float}:
        return pa.array(values, pa.float64())
    if len(kinds) == 1 and kinds <= set(PLAIN):
        return pa.array(values)
    return pa.array([None if value is None else str(value) for value in values], pa.string())
