"""A workspace to decide names in, and a terminal that works in it."""

import shutil
from pathlib import Path

import pytest

from kaigai.facts.store import Facts
from tests.doors.calls import Terminal


@pytest.fixture
def catalogue(audited: Path, tmp_path: Path) -> Facts:
    """A copy of the small catalogue."""
    shutil.copytree(audited, tmp_path / "label")
    return Facts.open(tmp_path / "label")


@pytest.fixture
def terminal(catalogue: Facts, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """`kaigai` in that workspace."""
    return Terminal(monkeypatch, catalogue.root)
