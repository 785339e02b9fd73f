"""A label's workspace in a notebook; the stub beside this file has every method with its types."""

import os
from pathlib import Path

from kaigai.doors.notebook.asking import Asking
from kaigai.terms.text import Language


class Workspace(Asking):
    """A label's facts and what was found in them; every verb of the terminal is a method."""


def open(
    folder: str | Path = "kaigai-workspace", *, language: Language | None = None
) -> Workspace:
    """The workspace at a folder, which the first `read` makes.

    Answers speak `language`; without one, KAIGAI_LANG decides, and English where it is not set.
    """
    given = os.environ.get("KAIGAI_LANG", "")
    return Workspace(Path(folder), language or ("ja" if given[:2] == "ja" else "en"))
