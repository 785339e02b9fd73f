"""A label's workspace in a notebook; the stub beside this file has every method with its types."""

from pathlib import Path

from kaigai.doors.notebook.asking import Asking
from kaigai.terms.text import Language


class Workspace(Asking):
    """A label's facts and what was found in them; every verb of the terminal is a method."""


def open(folder: str | Path = "kaigai-workspace", *, language: Language = "en") -> Workspace:
    """The workspace at a folder, which the first `read` makes; answers speak `language`."""
    return Workspace(Path(folder), language)
