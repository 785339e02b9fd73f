"""DPID, the DDEX party identifier of whoever sends or receives a message."""

import re
from typing import Final

from stdnum.iso7064 import mod_37_36

from kaigai.terms.digits import compact

_FORM: Final = re.compile(r"PADPIDA[0-9A-Z]{11}")


def normalise(text: str) -> str | None:
    """`PADPIDA` and eleven characters without hyphens, or None.

    The check character is left to `is_valid`: test messages are full of invented parties, and
    their deliveries must be readable all the same.
    """
    code = compact(text)
    return code if _FORM.fullmatch(code) else None


def is_valid(text: str) -> bool:
    """Whether form and check character are right; DDEX has counted it with and without `PA`."""
    code = normalise(text)
    return code is not None and any(map(mod_37_36.is_valid, (code, code[2:])))
