"""The panel of a day: what came later is not in it, and figures count in days and weights."""

from datetime import timedelta

import numpy as np

from kaigai.desks.markets.panel import panel_at
from tests.desks.markets.small_panel import DAY, seen


def test_only_artists_seen_until_the_day_are_in_it() -> None:
    charts = seen({"early": {"JP": 30}, "late": {"TW": 2}})
    panel = panel_at(charts, DAY - timedelta(10))
    assert panel.artists == ("early",)
    assert panel.territories == ("JP",)
    assert panel.present.tolist() == [[True]]
    assert panel_at(charts, panel.day, territories=["KR"]).territories == ("JP", "KR")


def test_days_and_weights() -> None:
    panel = panel_at(seen({"a": {"JP": (0, 10, 35), "TW": 56}}), DAY)
    assert panel.total.tolist() == [[3, 1]]
    assert panel.recent.tolist() == [[2, 0]]
    assert panel.before.tolist() == [[1, 0]]
    assert panel.since_first.tolist() == [[35, 56]]
    assert panel.since_last.tolist() == [[0, 56]]
    assert np.isclose(panel.faded[0, 1], 0.25)
    assert np.isclose(panel.shares.sum(), 1)


def test_ages_count_from_the_last_chart_not_from_the_day_asked_about() -> None:
    charts = seen({"a": {"JP": (40, 50)}, "b": {"JP": 60}})
    panel = panel_at(charts, DAY)
    assert panel.since_last.tolist() == [[0], [20]]
    assert panel.recent.tolist() == [[2], [1]]


def test_home_is_what_is_known_else_the_market_of_which_it_has_most() -> None:
    charts = seen({"a": {"JP": (1, 2), "US": (1, 2)}, "b": {"US": (1, 2, 3, 4)}})
    guessed = panel_at(charts, DAY)
    assert [guessed.territories[at] for at in guessed.origin] == ["JP", "US"]
    known = panel_at(charts, DAY, {"b": "JP"})
    assert [known.territories[at] for at in known.origin] == ["JP", "JP"]
