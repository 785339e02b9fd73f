"""What fitting came to is found again by all that had a hand in it, and by nothing else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kaigai.desks.markets import fit_memory
from kaigai.desks.markets.demand_interval import Calibration
from kaigai.desks.markets.demand_model import Artist, Model, Spread
from kaigai.desks.markets.demand_spread import unfitted
from kaigai.desks.markets.fit_memory import Learnt, digest_of, learnt
from kaigai.desks.markets.world import world
from kaigai.facts.sql_texts import Texts

LEARNT = Learnt(
    Spread(0.1, 0.2, 1 / 3, 0.4, 0.5),
    Calibration({"all": (-1.1, 0.0, float("inf"))}, {"all": 7, "home": 2}),
    (0.1, -2 / 3),
)


def small(**changes: Any) -> Model:
    """Two artists' cells before anything is learned."""
    first = Artist("a", 3, np.array([3, 5, 8]), np.array([1.0, 2.0, 0.5]))
    second = Artist("b", 3, np.array([3, 7]), np.array([2.0, 1.0]))
    return unfitted(world(), [replace(first, **changes), second], homes=(3,))


def digest(model: Model | None = None, seed: int = 1, home: int = 3, least: float = 0.0) -> bytes:
    """The digest of one question."""
    return digest_of(model or small(), homes={"a": home}, markets=[np.array([least])], seed=seed)


def test_what_was_learned_is_the_same_to_the_last_digit_in_the_next_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for learn in (lambda: LEARNT, forbidden):
        texts = Texts(tmp_path / "texts.sqlite")
        monkeypatch.setattr(fit_memory, "texts", lambda texts=texts: texts)
        assert learnt(b"one", learn) == LEARNT
        texts.keep()


def forbidden() -> Learnt:
    """What must not be called."""
    raise AssertionError("learned twice")


@pytest.mark.parametrize(
    "other",
    [
        lambda: digest(small(plays=np.array([1.0, 2.0, 0.51]))),
        lambda: digest(small(at=np.array([3, 5, 9]))),
        lambda: digest(small(home=5)),
        lambda: digest(replace(small(), affinity=np.zeros((1, len(world().codes))))),
        lambda: digest(replace(small(), homes=(5,))),
        lambda: digest(replace(small(), alike=np.eye(len(world().codes)))),
        lambda: digest(seed=2),
        lambda: digest(home=4),
        lambda: digest(least=0.1),
    ],
)
def test_whatever_changes_the_outcome_is_another_question(other: Callable[[], bytes]) -> None:
    assert digest() == digest()
    assert other() != digest()


def test_other_code_is_another_question(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest()
    monkeypatch.setattr(fit_memory, "_code", lambda: b"changed")
    assert digest() != before
