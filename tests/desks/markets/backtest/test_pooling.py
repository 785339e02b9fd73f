"""Cutoffs pooled: one alone is itself, and artists are drawn with all their cutoffs."""

from dataclasses import replace

import numpy as np

from kaigai.desks.markets.backtest.comparison import Compared, over
from kaigai.desks.markets.backtest.metrics import measure
from kaigai.desks.markets.backtest.pooling import pooled
from kaigai.desks.markets.backtest.result import MODEL

NONE = np.zeros((0, 1), dtype=np.int64)


def one(seed: int, artists: int = 80) -> Compared:
    """A model that knows something, and a baseline that knows nothing."""
    generator = np.random.default_rng(seed)
    came = generator.random((artists, 15)) < 0.05
    luck = generator.random(came.shape)
    names = tuple(f"artist {at}" for at in range(artists))
    scores = {MODEL: luck + came, "luck": luck}
    return Compared(names, np.ones_like(came), came, scores, ())


def test_one_cutoff_alone_is_itself() -> None:
    part = one(1)
    found = pooled([part], draws=0, seed=1)
    alone = measure(part.scores["luck"], part.asked, part.came, NONE)
    assert [each.value for each in found["luck"].figures] == [each.value for each in alone]


def test_the_same_cutoff_twice_has_the_figures_and_the_intervals_of_one() -> None:
    part = one(1)
    once, twice = (pooled([part] * times, draws=50, seed=1) for times in (1, 2))
    assert np.allclose(once["luck"].value, twice["luck"].value)
    assert np.allclose(once["luck"].drawn, twice["luck"].drawn)


def test_the_model_is_surely_above_luck_and_two_cutoffs_say_it_surer() -> None:
    ((name, figures),) = over(pooled([one(1), one(2)], draws=50, seed=1))
    assert name == "luck"
    assert all(each.low > 0 for each in figures)
    other = replace(one(2), artists=tuple(f"other {at}" for at in range(80)))
    both, alone = (
        pooled(parts, draws=200, seed=1)["luck"].figures[2]
        for parts in ([one(1), other], [one(1)])
    )
    assert both.high - both.low < alone.high - alone.low


def test_nobody_moved_says_nothing() -> None:
    part = one(1)
    assert pooled([replace(part, came=np.zeros_like(part.came))], draws=5, seed=1) == {}
