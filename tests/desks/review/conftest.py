"""A workspace with suggestions, made once for all tests of review."""

from pathlib import Path

import pytest

from kaigai.desks.review.actions import suggest
from tests.conftest import NOON
from tests.small_catalogue import small_catalogue


@pytest.fixture(scope="session")
def suggested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small catalogue with suggestions; tests that change it take a copy."""
    root = tmp_path_factory.mktemp("suggested") / "label"
    suggest(small_catalogue(root), at=NOON)
    return root
