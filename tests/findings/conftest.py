"""A command line in the audited workspace, and one in an empty folder."""

from pathlib import Path

import pytest

from tests.doors.calls import Terminal


@pytest.fixture
def kaigai(monkeypatch: pytest.MonkeyPatch, audited: Path) -> Terminal:
    """`kaigai` in a workspace that was read and audited."""
    return Terminal(monkeypatch, audited)


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Terminal:
    """`kaigai` where there is no workspace."""
    return Terminal(monkeypatch, tmp_path / "none")
