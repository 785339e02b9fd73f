"""ISWC, the number of a musical work (ISO 15707)."""

import re
from typing import Final

from kaigai.terms.digits import compact

_FORM: Final = re.compile(r"(?:ISWC)?(T[0-9]{10})")


def normalise(text: str) -> str | None:
    """`T-034.524.680-1` as `T0345246801`; None where form or check digit is wrong."""
    found = _FORM.fullmatch(compact(text))
    if not found:
        return None
    code = found.group(1)
    total = 1 + sum(place * int(digit) for place, digit in enumerate(code[1:10], start=1))
    return code if (total + int(code[10])) % 10 == 0 else None


def is_valid(text: str) -> bool:
    """Whether `normalise` understands the text."""
    return normalise(text) is not None
