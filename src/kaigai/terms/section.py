"""What people are shown: a heading and rows, which every door prints in its own way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from kaigai.terms.text import Language, Text

YES, NO = Text("yes", "はい"), Text("no", "いいえ")
UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, columns and rows; `right` numbers the columns of figures.

    A cell may be a Text; `note` stands below the rows, or in their place where there are none.
    """

    title: Text
    columns: tuple[Text, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()
    right: tuple[int, ...] = ()
    note: Text | None = None

    def cells(self, language: Language) -> Iterator[list[str]]:
        """The rows as people read them."""
        return ([cell(value, language) for value in row] for row in self.rows)


def cell(value: Any, language: Language) -> str:
    """A value as people read it; nothing known is a dash, an instant is in UTC."""
    match value:
        case None | "":
            return UNKNOWN
        case Text():
            return value.to(language)
        case bool():
            return (YES if value else NO).to(language)
        case int():
            return f"{value:,}"
        case float():
            return f"{value:,.2f}".rstrip("0").rstrip(".")
        case datetime():
            instant = value.astimezone(UTC) if value.tzinfo else value
            return f"{instant:%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case list() | tuple():
            joint = "、" if language == "ja" else ", "
            return joint.join(cell(each, language) for each in value) or UNKNOWN
        case _:
            return str(value)


def facts(title: Text, pairs: Sequence[tuple[Text, Any]]) -> Section:
    """A section of names and values; what is not known is left out."""
    known = tuple((name, value) for name, value in pairs if value not in (None, "", [], ()))
    return Section(title, (Text("", ""), Text("", "")), known)
