"""One artist alone is ranked as among all: what everyone says is asked of everyone."""

from datetime import timedelta

import numpy as np
import pytest

from kaigai.desks.markets.examples import (
    Question,
    earlier_days,
    examples,
    features,
    given_of,
    open_cells,
    question,
)
from kaigai.desks.markets.model import fit
from kaigai.desks.markets.next_market.ranker import Guide, guide, ranked
from kaigai.desks.markets.panel import Sightings, panel_at
from tests.desks.markets.small_panel import DAY, made_up

HOMES = {"artist 003": "JP", "artist 004": "MX"}
PUBLIC = DAY + timedelta(120)  #: the public charts have taught by then


@pytest.fixture(scope="module")
def charts() -> Sightings:
    """Charts of a few hundred artists."""
    return made_up()


@pytest.mark.parametrize("row", [0, 3, 200])
def test_every_feature_of_one_artist_is_its_row_among_all(charts: Sightings, row: int) -> None:
    every = panel_at(charts, DAY, HOMES, ["KR"])
    of_all = given_of(every)
    alone = {**of_all, "panel": every.only([row])}
    whole, narrow = features(of_all), features(alone)
    assert list(whole) == list(narrow)
    for name in whole:
        assert narrow[name].shape == (1, len(every.territories))
        assert np.allclose(whole[name][[row]], narrow[name], rtol=1e-5, atol=1e-6), name


def test_its_chances_are_those_of_the_whole_way_with_the_weights_that_ship(
    charts: Sightings,
) -> None:
    by = guide(charts, PUBLIC, refit=False, seed=1)
    assert by
    assert by.learned
    _holds(charts, by)


def test_and_with_a_model_of_its_own(charts: Sightings) -> None:
    past = [question(charts, day, horizon=28) for day in earlier_days(charts, DAY, 28)]
    model = fit(examples(past, seed=1), seed=1)
    assert model
    assert model.members
    _holds(charts, Guide(model, DAY, True, None))


def _holds(charts: Sightings, by: Guide) -> None:
    learned = by.learned.counts if by.learned else None
    codes = learned.territories if learned else ()
    every = panel_at(charts, PUBLIC, HOMES, codes)
    given = given_of(every, learned)
    cells = open_cells(given)
    scores = by.model.rank(Question(given, features(given), cells, np.zeros_like(cells)))
    for artist in ("artist 000", "artist 003", "artist 200"):
        row = every.artists.index(artist)
        chances = dict(zip(every.territories, 1 / (1 + np.exp(-scores[row])), strict=True))
        found = ranked(charts, PUBLIC, artist, by, HOMES)
        assert {each.territory for each in found} == {
            code for code, at in zip(every.territories, cells[row], strict=True) if at
        }
        for each in found:
            assert each.chance == pytest.approx(chances[each.territory], rel=1e-4)
