"""A label's workspace in a notebook: every verb as a method. Written by `make docs`."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from kaigai.doors.notebook.answer import NotebookAnswer
from kaigai.doors.notebook.asking import Asking
from kaigai.terms.text import Language
from kaigai.verbs.answer import File

class Workspace(Asking):
    def share(
        self,
        artist: str | None = ...,
        *,
        by: Literal["artist", "home", "label", "service", "territory", "month"] = ...,
        home: str | None = ...,
        service: str | Sequence[str] = ...,
        measure: str | Sequence[str] = ...,
        since: str | date | None = ...,
        until: str | date | None = ...,
        after: str | date | None = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Show home and overseas side by side: plays, charts and money, by artist or otherwise."""

    def whose(
        self,
        artist: str | None = ...,
        *,
        doubtful: bool = ...,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Show whose plays are whose and how sure that is, doubts first."""

    def whose_import(
        self,
        sheet: File | Path | str | bytes,
        *,
        by: str,
        limit: int | None = ...,
        engine: str | None = ...,
        out: str | Path | None = ...,
    ) -> NotebookAnswer:
        """Take in a filled sheet of whose plays are whose."""

def open(folder: str | Path = ..., *, language: Language = ...) -> Workspace: ...
