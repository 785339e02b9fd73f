"""A cell's text in six letters, by which a sheet that comes back tells what has changed."""

import re
from hashlib import sha256
from typing import Final

NOTHING: Final = "-"  #: the mark of an empty cell
_LINE_BREAK: Final = re.compile("\r\n?")
_SIGNAL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f]")  #: what workbooks cannot hold


def held(text: str | None) -> str:
    """A text as any sheet holds it: line breaks alike, no control characters, outer spaces off."""
    return _SIGNAL.sub("", _LINE_BREAK.sub("\n", text or "")).strip()


def mark(*texts: str | None) -> str:
    """A text, or several, in six letters, to see whether they are still the same; `-` for none.

    Of several names in one cell the order does not count.
    """
    whole = "\x1f".join(map(held, texts))
    several = sorted(part.strip() for part in whole.split(";") if part.strip())
    return sha256(";".join(several).encode()).hexdigest()[:6] if several else NOTHING
