"""Tests of what is known of territories beforehand."""

import numpy as np

from kaigai.desks.markets.world import world
from kaigai.terms.territories import ISO


def test_every_territory_is_there_with_people_and_ways() -> None:
    known = world()
    assert known.codes == ISO
    assert 900 < known.km[known.at("JP"), known.at("KR")] < 1000
    assert np.array_equal(known.km, known.km.T, equal_nan=True)
    assert 1.2e8 < known.population[known.at("JP")] < 1.3e8


def test_languages_are_shared_where_people_speak_them() -> None:
    known = world()
    shared = known.shared_language()
    assert shared[known.at("ES"), known.at("MX")] > 0.8
    assert shared[known.at("JP"), known.at("KR")] == 0.0
    assert known.main_language("TW") == "zh-Hant"
    assert known.share_of("zh", "HK") > 0.9


def test_neighbours_come_nearest_first() -> None:
    assert world().near("TW")[:2] == ("HK", "MO")


def test_a_part_of_the_world_keeps_its_numbers() -> None:
    known = world()
    part = known.only(np.array([known.at("JP"), known.at("TW")]))
    assert part.codes == ("JP", "TW")
    assert part.km[0, 1] == known.km[known.at("JP"), known.at("TW")]
