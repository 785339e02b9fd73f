"""IPI name number, by which societies know a writer's or publisher's name (CISAC)."""

import re
from typing import Final

from kaigai.terms.digits import compact

_FORM: Final = re.compile(r"(?:IPI|CAE)?([0-9]{8,11})")


def normalise(text: str) -> str | None:
    """Eleven digits with leading zeros; None where the two check digits (modulo 101) fail."""
    found = _FORM.fullmatch(compact(text))
    if not found:
        return None
    number = found.group(1).zfill(11)
    rest = sum(
        weight * int(digit) for weight, digit in zip(range(10, 1, -1), number, strict=False)
    )
    check = -rest % 101 % 100
    return number if int(number[9:]) == check and number.strip("0") else None


def is_valid(text: str) -> bool:
    """Whether `normalise` understands the text."""
    return normalise(text) is not None
