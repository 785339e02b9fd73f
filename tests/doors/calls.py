"""Calls the command line as a person does: in this process, or as a program of its own."""

import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import cast

import pytest

from kaigai.doors.terminal import screen
from kaigai.doors.terminal.main import run
from kaigai.terms.text import Language

#: So wide that no cell is broken over lines.
WIDE = 5_000


class Called:
    """What a call printed, and its exit status."""

    def __init__(self, status: int, out: bytes, error: bytes) -> None:
        self.status, self.bytes = status, out
        self.out, self.error = out.decode(errors="replace"), error.decode(errors="replace")


class Terminal:
    """A command line in one workspace and one language."""

    def __init__(self, patch: pytest.MonkeyPatch, workspace: Path) -> None:
        self.patch, self.workspace = patch, workspace
        patch.setenv("KAIGAI_WORKSPACE", str(workspace))
        patch.setattr(screen, "PLAIN_WIDTH", WIDE)
        patch.delenv("COLUMNS", raising=False)

    def __call__(self, *words: str, lang: Language = "en") -> Called:
        """Run `kaigai WORDS`; a traceback fails the test."""
        out, error = (TextIOWrapper(BytesIO(), "utf-8") for _ in range(2))
        with self.patch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", error)
            status = run(words, {**os.environ, "KAIGAI_LANG": lang})
        return Called(status, *(_written(each) for each in (out, error)))


def _written(stream: TextIOWrapper) -> bytes:
    stream.flush()
    stream.seek(0)
    return cast("BytesIO", stream.buffer).getvalue()


def program(*words: str, **environ: str) -> Called:
    """Run the installed program."""
    kaigai = Path(sys.executable).with_name("kaigai")
    done = subprocess.run([kaigai, *words], capture_output=True, env={**os.environ, **environ})
    return Called(done.returncode, done.stdout, done.stderr)
