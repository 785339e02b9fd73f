"""Tests of the model over markets, against what it must say exactly."""

from dataclasses import replace

import numpy as np

from kaigai.desks.markets.demand_model import Artist, Model, Spread, alike
from kaigai.desks.markets.demand_spread import learn_spread, unfitted
from kaigai.desks.markets.world import world

CODES = ("JP", "KR", "TW", "HK", "US")
WORLD = world().only(np.array([world().at(code) for code in CODES]))


def _artists() -> list[Artist]:
    chance = np.random.default_rng(2)
    size = np.array([4.0, 2.0, 1.5, 1.0, 3.0])
    found = []
    for n in range(9):
        at = np.sort(chance.permutation(5)[: 2 + n % 4])
        plays = size[at] + chance.normal(5, 1) + chance.normal(0, 0.3, len(at))
        found.append(Artist(f"a{n}", n % 2, at, plays))
    return found


def _model(artists: list[Artist]) -> Model:
    return Model(WORLD, (0,), alike(WORLD), Spread(), tuple(artists))


def test_a_known_cell_is_predicted_as_if_it_had_never_been_seen() -> None:
    artists = _artists()
    model, one = _model(artists), artists[3]
    found = model.predict(one)
    place = int(one.at[1])
    rest = np.arange(len(one.at)) != 1
    without = replace(one, at=one.at[rest], plays=one.plays[rest])
    others = [each for each in artists if each is not one]
    again = _model([*others, without]).predict(without)
    assert np.isclose(found.middle[place], again.middle[place])
    assert np.isclose(found.spread[place], again.spread[place])


def test_what_an_artist_says_of_markets_is_taken_out_first() -> None:
    artists = _artists()
    one = artists[5]
    inside = _model(artists).predict(one)
    outside = _model([each for each in artists if each is not one]).predict(one)
    assert np.allclose(inside.middle, outside.middle)
    assert np.allclose(inside.spread, outside.spread)


def test_the_likelihood_is_that_of_the_normal_distribution() -> None:
    artists = _artists()[:3]
    model, other = _model(artists), _model(artists[:2])
    last = artists[2]
    mean, about = other.markets(last.home)
    covariance = about[np.ix_(last.at, last.at)] + other.noise(last)
    off = last.plays - mean[last.at]
    expected = -0.5 * (np.linalg.slogdet(covariance)[1] + off @ np.linalg.solve(covariance, off))
    assert np.isclose(model.likelihood - other.likelihood, expected)


def test_like_markets_say_more_than_unlike_ones() -> None:
    at = np.array([CODES.index("HK")])
    found = _model(_artists()).predict(Artist("new", 0, at, np.array([9.0])))
    assert found.basis[CODES.index("TW"), 0] > found.basis[CODES.index("US"), 0]


def test_few_artists_change_the_spreads_little_and_an_empty_workspace_none() -> None:
    assert learn_spread(unfitted(WORLD, [], homes=(0,)), 1) == Spread()
    learned = learn_spread(unfitted(WORLD, _artists(), homes=(0,)), 1)
    assert 0.25 < learned.market / Spread().market < 4


def test_only_part_of_the_world_gives_the_same_answer() -> None:
    artists = [replace(each, at=each.at[each.at < 4]) for each in _artists()]
    artists = [
        replace(each, plays=whole.plays[whole.at < 4])
        for each, whole in zip(artists, _artists(), strict=True)
        if len(each.at)
    ]
    model = _model(artists)
    part = model.within(np.arange(4), artists)
    assert np.allclose(model.predict(artists[1]).middle[:4], part.predict(part.artists[1]).middle)
