"""Levels keep the order of a day's cells, whatever the numbers, and nothing of other cells."""

import numpy as np

from kaigai.desks.markets.rank_transform import centred, levelled


def test_levels_keep_order_and_ties_and_forget_the_scale() -> None:
    values = np.random.default_rng(1).integers(0, 50, (300, 20)).astype(np.float32)
    cells = np.ones_like(values, dtype=bool)
    levels = levelled(values, cells)
    assert (np.sign(np.subtract.outer(values[0], values[1])) == np.sign(
        np.subtract.outer(levels[0], levels[1])
    )).all()  # fmt: skip
    assert abs(levels.mean()) < 0.02
    assert abs(levels.std() - 1) < 0.05
    assert np.allclose(levelled(np.exp(values / 9), cells), levels, atol=1e-5)


def test_one_number_for_each_artist_is_one_level_for_each() -> None:
    values = np.repeat(np.arange(30, dtype=np.float32)[:, None], 4, axis=1)
    levels = levelled(values, np.ones_like(values, dtype=bool))
    assert levels.shape == values.shape
    assert (np.diff(levels[:, 0]) > 0).all()
    assert (levels == levels[:, :1]).all()


def test_only_the_cells_asked_about_are_compared() -> None:
    values = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 600.0]], dtype=np.float32)
    cells = np.array([[True, True, True], [True, True, False]])
    other = values.copy()
    other[1, 2] = -7
    assert np.array_equal(levelled(values, cells)[cells], levelled(other, cells)[cells])
    less = centred(values, cells)
    assert less[0].tolist() == [-1, 0, 1]
    assert less[1, :2].tolist() == [-0.5, 0.5]
    assert not levelled(values, np.zeros_like(cells)).any()
