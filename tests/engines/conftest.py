"""The two engines, and the example label in a workspace."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import ibis
import pytest

from kaigai.desks.markets.actions import rank
from kaigai.desks.names.findability.actions import measure
from kaigai.facts.engine import DUCKDB
from kaigai.facts.store import Facts
from kaigai.sources.actions import read
from tests.conftest import NOON
from tests.engines.small_spark import URL, started

LABEL = Path(__file__).parents[2] / "examples" / "label"


@pytest.fixture(scope="module", params=[DUCKDB, pytest.param(URL, marks=pytest.mark.spark)])
def engine(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an engine; tables from literals are computed on it as well."""
    before = ibis.options.default_backend
    if request.param == URL:
        ibis.set_backend(started())
    yield request.param
    ibis.options.default_backend = before


@pytest.fixture(scope="session")
def label(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example label, read and with its markets ranked; tests that change it take a copy."""
    root = tmp_path_factory.mktemp("label") / "workspace"
    facts = Facts.open(root, create=True)
    assert read(facts, paths=[LABEL], at=NOON).refusals == []
    measure(facts, at=NOON)
    rank(facts, at=NOON)
    return root


@pytest.fixture
def own(label: Path, tmp_path: Path) -> Facts:
    """A copy of the label's workspace."""
    shutil.copytree(label, tmp_path / "label")
    return Facts.open(tmp_path / "label")
