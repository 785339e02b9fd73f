"""The apostrophe that keeps a spreadsheet from running a text as a formula: put on, taken off."""

import re
from typing import Final

#: What a spreadsheet would run: a formula sign first, plain or full-width; a tab or line break
#: before one is eaten on opening. A text that begins with apostrophes of its own gets one more,
#: so that taking one off always gives back what was written.
FORMULA: Final = "^'*[=+@\t\r\n＝＋－＠-]"
#: A plain negative number stays a number.
NUMBER: Final = r"^-[0-9]+(\.[0-9]+)?$"

_FORMULA: Final = re.compile(FORMULA)
_NUMBER: Final = re.compile(NUMBER)
_GUARDED: Final = re.compile("^'(?='*[=+@\t\r\n＝＋－＠-])")


def guarded(text: str) -> str:
    """The text as it may stand in a sheet."""
    return f"'{text}" if _FORMULA.search(text) and not _NUMBER.search(text) else text


def bare(cell: str) -> str:
    """The text of a cell, as it was before it was guarded."""
    return _GUARDED.sub("", cell)
