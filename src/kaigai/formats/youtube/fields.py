"""One resource of the Data API, field by field: what is not as documented is told, not trusted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from kaigai.terms.periods import parse_duration_ms, parse_instant
from kaigai.terms.text import Text

MOST: Final = 2**63 - 1
LONGEST: Final = 131_072  #: characters of a text, as in a cell of a sheet; the API has 5,000
_LONGEST_MS: Final = 1000 * 3_600_000


@dataclass(frozen=True, slots=True)
class Oddity:
    """A field that cannot be used, or a whole resource: where, and what was expected."""

    place: str
    found: str
    expected: Text
    todo: Text


@dataclass(slots=True)
class Fields:
    """Typed looks into a resource; each oddity is noted once, with its JSON pointer."""

    place: str
    item: dict[str, object]
    odd: list[Oddity] = field(default_factory=list)

    def part(self, name: str) -> "Fields":
        """An object within; empty where it is missing or something else."""
        value = self.item.get(name)
        if value is not None and not isinstance(value, dict):
            self.note(name, value, OBJECT)
        inner = value if isinstance(value, dict) else {}
        return Fields(f"{self.place}/{name}", inner, self.odd)

    def text(self, name: str) -> str | None:
        """A text, as it stands; an empty one is None."""
        value = self.item.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str) or len(value) > LONGEST:
            self.note(name, value, TEXT)
            return None
        return clean(value)

    def count(self, name: str) -> int | None:
        """A count, which the API sends as text; None where hidden."""
        value = self.item.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, str | int) and not isinstance(value, bool):
            digits = str(value) if isinstance(value, str) or abs(value) <= MOST else ""
            if digits.isascii() and digits.isdecimal() and len(digits) < 20:
                number = int(digits)
                if number <= MOST:
                    return number
        self.note(name, value, COUNT)
        return None

    def flag(self, name: str) -> bool | None:
        """True or false, also as the texts "true" and "false" (`caption` is one)."""
        value = self.item.get(name)
        known = {True: True, False: False, "true": True, "false": False}
        if value is None:
            return None
        if isinstance(value, bool | str) and value in known:
            return known[value]
        self.note(name, value, FLAG)
        return None

    def instant(self, name: str) -> datetime | None:
        """An instant in UTC."""
        text = self.text(name)
        try:
            return parse_instant(text) if text else None
        except (ValueError, OverflowError):
            self.note(name, text, INSTANT)
            return None

    def duration_ms(self, name: str) -> int | None:
        """A length in milliseconds; the API says P0D of what has none yet: None."""
        text = self.text(name)
        if text is None or text in ("P0D", "PT0S"):
            return None
        try:
            duration = parse_duration_ms(text)
        except (ValueError, ArithmeticError):
            duration = 0
        if not text.startswith("P") or not 0 < duration < _LONGEST_MS:
            self.note(name, text, DURATION)
            return None
        return duration

    def texts(self, name: str) -> tuple[str, ...] | None:
        """A list of texts; None where there is no list."""
        value = self.item.get(name)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.note(name, value, LIST)
            return None
        return tuple(clean(each) for each in value)

    def members(self) -> Iterator[tuple[str, "Fields"]]:
        """Every object within, with its key."""
        for key in list(self.item):
            yield clean(key), self.part(key)

    def note(self, name: str, found: object, reason: tuple[Text, Text]) -> None:
        """Keep an oddity."""
        place = f"{self.place}/{name}" if name else self.place or "/"
        if all(each.place != place for each in self.odd):
            self.odd.append(Oddity(place, shown(found), *reason))


def clean(text: str) -> str:
    """Text that can be stored: halves of characters (JSON's lone `\\ud800`) become U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def shown(found: object) -> str:
    """What was found, as far as it can be shown."""
    try:
        return clean(repr(found)[:200])
    except (ValueError, RecursionError):  # thousands of digits, or of lists in one another
        return type(found).__name__


_KEPT: Final = Text(
    en="save the API's answer again, unchanged; the rest of the item was kept",
    ja="APIの応答を加工せずに保存し直してください。ほかの項目は読み込みました",
)
OBJECT: Final = (Text(en="an object", ja="オブジェクト"), _KEPT)
TEXT: Final = (
    Text(en=f"a text of at most {LONGEST:,} characters", ja=f"{LONGEST:,}文字までの文字列"),
    _KEPT,
)
COUNT: Final = (Text(en="a whole number from 0 to 2^63 - 1", ja="0以上2^63未満の整数"), _KEPT)
FLAG: Final = (Text(en="true or false", ja="trueかfalse"), _KEPT)
INSTANT: Final = (
    Text(en="an instant as in 2024-04-01T09:00:00Z", ja="2024-04-01T09:00:00Z のような日時"),
    _KEPT,
)
DURATION: Final = (
    Text(en="an ISO 8601 length as in PT3M45S", ja="PT3M45S のようなISO 8601の長さ"),
    _KEPT,
)
LIST: Final = (Text(en="a list of texts", ja="文字列のリスト"), _KEPT)
