"""What people are shown: a heading and rows, which every door prints in its own way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kaigai.terms.text import Language, Text

YES, NO = Text("yes", "はい"), Text("no", "いいえ")
UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class Mark:
    """A word with a colour: `ink` is a severity (high, medium, low, note) or empty."""

    ink: str
    text: Text


@dataclass(frozen=True, slots=True)
class Share:
    """A share from 0 to 1, which pages draw as a bar as well; None where it is not known."""

    value: float | None

    @property
    def text(self) -> str:
        """As people read it."""
        return UNKNOWN if self.value is None else percent(self.value)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, columns and rows; `right` numbers the columns of figures.

    A cell may be a Text, a Mark or a Share; `note` stands below the rows, or in their place
    where there are none.

    opens   columns of ids, each with the verb that takes such an id as its first word
    folded  pages show it when it is asked for; `kept` ones are printed all the same
    """

    title: Text
    columns: tuple[Text, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()
    right: tuple[int, ...] = ()
    note: Text | None = None
    opens: tuple[tuple[int, str], ...] = ()
    folded: bool = False
    kept: bool = False

    def cells(self, language: Language) -> Iterator[list[str]]:
        """The rows as people read them."""
        return ([cell(value, language) for value in row] for row in self.rows)


def cell(value: Any, language: Language) -> str:
    """A value as people read it; nothing known is a dash, an instant comes with its zone."""
    match value:
        case None | "":
            return UNKNOWN
        case Text():
            return value.to(language)
        case Mark():
            return value.text.to(language)
        case Share():
            return value.text
        case bool():
            return (YES if value else NO).to(language)
        case int():
            return f"{value:,}"
        case float():
            return f"{value:,.2f}".rstrip("0").rstrip(".")
        case datetime():
            return f"{value:%Y-%m-%d %H:%M %Z}".rstrip()
        case date():
            return value.isoformat()
        case list() | tuple():
            joint = "、" if language == "ja" else ", "
            return joint.join(cell(each, language) for each in value) or UNKNOWN
        case _:
            return str(value)


def percent(share: float, decimals: int = 0) -> str:
    """A share as people read it: 100 % and 0 % only where that is exact."""
    least = 10.0**-decimals
    rounded = round(share * 100, decimals)
    if 0 < share < 1:
        rounded = min(max(rounded, least), 100 - least)
    return f"{rounded:.{decimals}f}%"


def facts(title: Text, pairs: Sequence[tuple[Text, Any]]) -> Section:
    """A section of names and values; what is not known is left out."""
    known = tuple((name, value) for name, value in pairs if value not in (None, "", [], ()))
    return Section(title, (Text("", ""), Text("", "")), known)
