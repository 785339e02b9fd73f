"""A workspace to decide names in, and a terminal that works in it."""

from pathlib import Path

import pytest

from kaigai.facts.store import Facts
from tests.cli.calls import Terminal
from tests.small_catalogue import small_catalogue


@pytest.fixture
def catalogue(tmp_path: Path) -> Facts:
    """The small catalogue, read and not audited."""
    return small_catalogue(tmp_path / "label")


@pytest.fixture
def terminal(catalogue: Facts, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """`kaigai` in that workspace."""
    return Terminal(monkeypatch, catalogue.root)
