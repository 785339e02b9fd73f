"""Markets as an answer: the map, the lists, now beside expected, and nothing where nothing is."""

from dataclasses import replace
from typing import Any

import pytest

from kaigai.desks.markets import answers
from kaigai.desks.markets.answers import markets
from kaigai.desks.markets.label_ranking import measured_in
from kaigai.desks.markets.result import Ranking
from kaigai.terms.section import Section
from kaigai.verbs.answer import Chart
from tests.desks.markets.conftest import NEW


def of_one(ranking: Ranking, artist: str) -> Ranking:
    """The ranking of an artist alone."""
    only = {key: rows for key, rows in ranking.markets.items() if key[0] == artist}
    return measured_in(replace(ranking, markets=only), ranking.measure)


def drawn(chart: Chart) -> str:
    """A chart as it would be written, in Japanese, on a narrow screen."""
    said: Any = chart.draw("ja", "narrow").to_dict()
    return str(said)


def test_a_label_has_a_map_the_list_by_territory_and_a_picture_of_each_artist(
    ranking: Ranking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "MULTIPLES", 2)
    answer = markets(ranking, 5)
    first, second = answer.blocks[:2]
    assert isinstance(first, Chart)
    assert first.is_map
    assert isinstance(second, Section)
    assert len(second.rows) == 5
    top = ranking.latent[0]
    assert f"{top.artists}組" in drawn(first)
    assert "ロシア: 推奨しない" in drawn(first)
    assert [each.name for each in answer.charts] == ["map", "bars-0", "bars-1"]
    assert [each.verb for each in answer.steps] == ["markets", "audit"]


def test_one_artist_has_its_markets_and_those_that_are_not_recommended(ranking: Ranking) -> None:
    answer = markets(of_one(ranking, "artist-02"), 3)
    assert "Band 02" in answer.title.en
    titles = [section.title.en for section in answer.sections]
    assert titles[1:] == ["Not recommended", "What this rests on"]
    assert [row[0] for row in answer.sections[0].rows] == [1, 2, 3]
    map_, bars = answer.charts
    assert "見込み" in drawn(map_)
    assert "→" in drawn(bars)


def test_of_an_artist_never_played_the_order_alone_is_shown(ranking: Ranking) -> None:
    answer = markets(of_one(ranking, NEW), 3)
    assert [each.name for each in answer.charts] == ["map"]
    assert answer.sections[0].note
    assert "How much is unknown" in answer.sections[0].note.en


def test_a_unit_in_which_nothing_is_known_says_so(ranking: Ranking) -> None:
    for found in (ranking, of_one(ranking, "artist-02")):
        answer = markets(measured_in(found, "views"), 3)
        assert answer.charts == ()
        assert [each.note.en for each in answer.sections if each.note] == ["Nothing is known yet."]
