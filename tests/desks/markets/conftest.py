"""Fewer trees, so that tests are quick; what they hold does not hang on how many there are."""

from collections.abc import Iterator

import pytest

from kaigai.desks.markets import model


@pytest.fixture(scope="session", autouse=True)
def few_trees() -> Iterator[None]:
    """Fifteen trees instead of many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model, "TREES", {**model.TREES, "max_iter": 15, "max_leaf_nodes": 7})
        yield
