"""Digits and codes as sheets carry them: full width, with hyphens, dots and spaces inside."""

import re
import unicodedata
from typing import Final

# U+FF01 to U+FF5E are ASCII's printable characters set wide; the ideographic space is a space.
_WIDE: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_SEPARATORS: Final = re.compile(r"[\W_]+")


def to_half_width(text: str) -> str:
    """ASCII in place of full-width digits, letters, signs and spaces; kana are left alone."""
    return text if text.isascii() else text.translate(_WIDE)


def compact(code: str) -> str:
    """A code without width, case, hyphens, dots or spaces; for identifiers, never for names."""
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", code)).upper()
