"""Numbers as reports write them, read exactly: thousands, decimal commas, signs, currencies."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final, Literal

from kaigai.terms.digits import to_half_width

Mark = Literal[".", ","]

LONGEST: Final = 60  #: characters; no number of a report is longer
MOST: Final = Decimal(10) ** 12  #: a larger one would not fit in millionths of 64 bits
_EXPONENT: Final = 30

_SIMPLE: Final = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,40})?")
_DRESS: Final = re.compile(r"[\s'’_¥$€£￥₩%円]|[A-Z]{3}(?![A-Z])")
_MINUS: Final = str.maketrans(dict.fromkeys("−–‐▲△", "-"))
_NOTHING: Final = frozenset({"", "-", "--", "—", "ー", "n/a", "na", "none", "null"})
_FORMS: Final[dict[Mark, re.Pattern[str]]] = {
    ".": re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:E[-+]?\d{1,3})?"),
    ",": re.compile(r"[-+]?(?:\d{1,3}(?:\.\d{3})+|\d+)?(?:,\d*)?(?:E[-+]?\d{1,3})?"),
}
# A mark before other than three digits, or behind a lone zero, can only part the decimals.
_TELLING: Final = re.compile(r"[-+]?(?:\d[\d.,]*([.,])(?:\d{1,2}|\d{4,})|0([.,])\d+)")


def parse_number(text: str, mark: Mark = ".") -> Decimal | None:
    """The exact number of a cell; None where it says nothing (empty, `-`, `n/a`).

    `mark` parts the decimals; the other sign may group thousands, then strictly in threes, so
    that a file read with the wrong mark is refused and not misread. Takes `¥1,234`, `(12.50)`,
    `▲300`, `1.2E-05`. Raises ValueError for what is no number, or one beyond a million millions.
    """
    if mark == "." and _SIMPLE.fullmatch(text):
        return Decimal(text)  # nearly all cells; the rest takes five times as long
    plain = to_half_width(text).strip()
    if plain.lower() in _NOTHING:
        return None
    if len(plain) > LONGEST:
        raise ValueError(f"{text[:LONGEST]!r}… is no number")
    plain = _DRESS.sub("", plain.translate(_MINUS).upper())
    if plain.startswith("(") and plain.endswith(")"):
        plain = f"-{plain[1:-1]}"
    elif plain.endswith("-"):
        plain = f"-{plain[:-1]}"
    if not _FORMS[mark].fullmatch(plain) or not any(map(str.isdigit, plain.partition("E")[0])):
        raise ValueError(f"{text!r} is no number")
    return _bounded(text, plain.replace("." if mark == "," else ",", "").replace(",", "."))


def _bounded(text: str, plain: str) -> Decimal:
    head, _, exponent = plain.partition("E")
    if exponent and abs(int(exponent)) > _EXPONENT:
        raise ValueError(f"{text!r} is beyond what a report can mean")
    number = Decimal(f"{head or '0'}E{exponent}" if exponent else head)
    if not abs(number) < MOST:
        raise ValueError(f"{text!r} is beyond what a report can mean")
    return number


def mark_of(cells: Iterable[str], otherwise: Mark = ".") -> Mark:
    """The sign that parts decimals in these cells, by those that can be read in one way only."""
    seen = {".": 0, ",": 0}
    for cell in cells:
        found = _TELLING.fullmatch(cell.strip())
        if found:
            sign = found.group(1) or found.group(2)
            seen[sign] += 1
    if seen["."] == seen[","]:
        return otherwise
    return "," if seen[","] > seen["."] else "."


def decimals(number: Decimal) -> int:
    """How many digits stand behind the point."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
