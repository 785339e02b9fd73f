"""ISRC, the number of a recording (ISO 3901)."""

import re
from functools import lru_cache
from typing import Final

from kaigai.terms.digits import compact

_FORM: Final = re.compile(r"(?:ISRC)?([A-Z]{2}[A-Z0-9]{3}[0-9]{7})")


@lru_cache(maxsize=65536)
def normalise(text: str) -> str | None:
    """Twelve characters without hyphens (`JP-PO0-23-00001` -> `JPPO02300001`), or None.

    An ISRC has no check digit, and prefixes such as QZ name no territory: only the form is tested.
    """
    found = _FORM.fullmatch(compact(text))
    return found.group(1) if found else None


def is_valid(text: str) -> bool:
    """Whether `normalise` understands the text."""
    return normalise(text) is not None
