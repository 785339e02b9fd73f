"""Calls the command line as a person does: in this process, or as a program of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kaigai.cli import terminal
from kaigai.cli.main import app
from kaigai.terms.text import Language

#: So wide that no cell is broken over lines.
WIDE = 5_000


class Called:
    """What a call printed, and its exit status."""

    def __init__(self, status: int, out: bytes, error: str) -> None:
        self.status, self.bytes, self.error = status, out, error
        self.out = out.decode(errors="replace")


class Terminal:
    """A command line in one workspace and one language."""

    def __init__(self, patch: pytest.MonkeyPatch, workspace: Path) -> None:
        self.patch, self.workspace = patch, workspace
        patch.setenv("KAIGAI_WORKSPACE", str(workspace))
        patch.setattr(terminal, "PLAIN_WIDTH", WIDE)

    def __call__(self, *words: str, lang: Language = "en") -> Called:
        """Run `kaigai WORDS`; a traceback fails the test."""
        self.patch.setattr(terminal, "LANGUAGE", lang)
        done = CliRunner().invoke(app(), list(words))
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Called(done.exit_code, done.stdout_bytes, done.stderr)


def program(*words: str, **environ: str) -> Called:
    """Run the installed program."""
    kaigai = Path(sys.executable).with_name("kaigai")
    done = subprocess.run([kaigai, *words], capture_output=True, env={**os.environ, **environ})
    return Called(done.returncode, done.stdout, done.stderr.decode())
