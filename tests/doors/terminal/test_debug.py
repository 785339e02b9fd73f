"""What goes wrong inside is for who asks for it: its traceback shows with --debug."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.findings.test_run import workbench

#: A program whose first check is broken.
BROKEN = """
import os, sys
from dataclasses import replace
from kaigai.doors.terminal.main import run
from kaigai.findings.check import CHECKS

def breaks(recordings):
    raise ZeroDivisionError("a fault of ours")

name = "no-latin-title"
CHECKS.plugins[name] = replace(CHECKS[name], needs=("recordings",), ask=breaks)
sys.exit(run(sys.argv[1:], os.environ))
"""


@pytest.mark.parametrize("is_asked", [True, False])
def test_a_check_that_breaks_shows_where(tmp_path: Path, is_asked: bool) -> None:
    workbench(tmp_path)
    words = ["audit", "--check", "no-latin-title", "--workspace", str(tmp_path)]
    words += ["--debug"] * is_asked
    done = subprocess.run(
        [sys.executable, "-c", BROKEN, *words], capture_output=True, text=True, check=False
    )
    assert "ZeroDivisionError" in done.stdout + done.stderr  # always said in words
    assert ("Traceback" in done.stderr) is is_asked
    assert ("in breaks" in done.stderr) is is_asked
