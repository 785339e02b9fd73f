"""The small label, audited, with its own checks."""

from collections.abc import Iterator

import pytest

from kaigai.facts.store import Facts
from kaigai.findings.overview import actions
from kaigai.findings.overview.result import Overview
from tests.findings.small_label import small_checks, small_label


@pytest.fixture(scope="session")
def label(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """A workspace with three artists and one audit."""
    return small_label(tmp_path_factory.mktemp("small"))


@pytest.fixture(autouse=True)
def own_checks() -> Iterator[None]:
    """No check but the small label's."""
    with small_checks():
        yield


@pytest.fixture
def found(label: Facts) -> Overview:
    """What the overview counts of it."""
    return actions.overview(label)
