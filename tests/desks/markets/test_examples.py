"""Which cells are asked about, what came, and which earlier days may be learned from."""

from datetime import date, timedelta

import numpy as np

from kaigai.desks.markets.examples import earlier_days, examples, question, truth
from kaigai.desks.markets.panel import panel_at
from tests.desks.markets.small_panel import DAY, made_up, seen


def test_asked_is_what_was_not_reached_and_can_be_seen_later() -> None:
    charts = seen({"a": {"JP": 40, "TW": 5}, "b": {"TW": 40, "KR": 30, "JP": 10}})
    panel = panel_at(charts, DAY - timedelta(20))
    asked, came = truth(charts, panel, 20)
    assert panel.territories == ("JP", "KR", "TW")
    # Korea has no chart later: nobody can say whether `a` came there.
    assert asked.tolist() == [[False, False, True], [True, False, False]]
    assert came.tolist() == [[False, False, True], [True, False, False]]
    assert not truth(charts, panel, 3)[1].any()


def test_a_territory_charted_in_fewer_than_half_of_the_weeks_is_not_asked() -> None:
    charts = seen(
        {"a": {"JP": 40}, "b": {"JP": (40, 33, 26, 19, 12, 5), "TW": (40, 19, 5), "KR": (40, 5)}}
    )
    asked, _ = truth(charts, panel_at(charts, DAY - timedelta(35)), 35)
    # Five weeks have charts: Taiwan's in two of them is too few, with four it is half.
    assert asked.tolist() == [[False, False, False], [False, False, False]]
    asked, came = truth(charts, panel_at(charts, DAY - timedelta(28)), 28)
    assert asked.tolist() == [[False, False, True], [False, False, False]]
    assert not came.any()


def test_each_earlier_day_knows_its_answer_by_the_cutoff() -> None:
    charts = made_up()
    first = date.fromordinal(int(charts.day.min()))
    days = earlier_days(charts, DAY, 56)
    assert days[0] == DAY - timedelta(56)
    assert all(day >= first + timedelta(14) for day in days)
    assert earlier_days(charts, first + timedelta(60), 56) == []


def test_a_sample_keeps_all_that_came_and_stands_for_the_rest() -> None:
    charts = made_up()
    asked = question(charts, DAY - timedelta(60), horizon=56)
    sample = examples([asked], seed=3)
    assert sample.came.sum() == asked.came.sum() > 0
    assert abs(sample.weight.sum() / asked.asked.sum() - 1) < 0.2
    again = examples([asked], seed=3)
    assert np.array_equal(sample.features, again.features)
