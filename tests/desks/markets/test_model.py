"""The model finds a rule that is in the charts, and answers the same whatever comes later."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from kaigai.desks.markets.examples import Question, earlier_days, examples, question
from kaigai.desks.markets.model import PLAIN, SHARES, Model, fit
from kaigai.desks.markets.panel import Sightings
from tests.desks.markets.small_panel import DAY, made_up

CUTOFF = DAY - timedelta(28)


def ranked(charts: Sightings) -> tuple[Question, Model, np.ndarray]:
    """The question of CUTOFF, the model, and its scores."""
    past = [question(charts, day, horizon=28) for day in earlier_days(charts, CUTOFF, 28)]
    model = fit(examples(past, seed=1), seed=1)
    assert model is not None
    asked = question(charts, CUTOFF, horizon=28)
    return asked, model, model.rank(asked)


def test_the_market_that_follows_home_comes_first() -> None:
    asked, _, scores = ranked(made_up())
    panel = asked.panel
    place = {code: at for at, code in enumerate(panel.territories)}
    only_home = [
        row
        for row in range(len(panel.artists))
        if panel.present[row, place["JP"]] and panel.present[row].sum() == 1
    ]
    assert only_home
    best = {panel.territories[scores[row].argmax()] for row in only_home}
    assert best <= {"TW", "HK"}


def test_what_comes_after_the_cutoff_changes_no_score() -> None:
    charts = made_up()
    before = ranked(charts)[2]
    later = np.flatnonzero(charts.day > CUTOFF.toordinal())
    assert len(later)
    # The same cells are asked about: territories keep a chart, but other artists are on it.
    charts.artist[later] = np.random.default_rng(2).permutation(charts.artist[later])
    charts.weight[later] *= 50
    after = ranked(charts)[2]
    assert np.array_equal(before, after)


def test_each_member_has_its_share_of_the_score() -> None:
    asked, model, scores = ranked(made_up())
    members = model.members
    assert members is not None
    assert sum(SHARES.values()) == pytest.approx(1)
    assert members.plain.names == PLAIN
    plain = replace(members.plain, constant=members.plain.constant + 8)
    second = (members.constants[0], members.constants[1] - 4)
    for name, added, other in (
        ("plain", 8, replace(members, plain=plain)),
        ("second", -4, replace(members, constants=second)),
    ):
        moved = replace(model, members=other).rank(asked)[asked.asked] - scores[asked.asked]
        assert moved == pytest.approx(SHARES[name] * added)


def test_without_members_the_weighted_sum_stands_alone() -> None:
    asked, model, _ = ranked(made_up())
    alone = replace(model, members=None).rank(asked)
    rows = asked.rows(asked.asked, model.linear.names)
    assert np.array_equal(alone[asked.asked], model.linear.score(rows))
    assert np.isneginf(alone[~asked.asked]).all()


def test_too_little_to_learn_from_gives_no_model() -> None:
    charts = made_up(artists=12)
    past = [question(charts, day, horizon=28) for day in earlier_days(charts, CUTOFF, 28)]
    assert fit(examples(past, seed=1), seed=1) is None
