"""A share has an interval where days are missing, none where all were counted, else unknown."""

import numpy as np

from kaigai.desks.measure.interval import Month, share_of


def test_all_days_counted_leave_nothing_unsure() -> None:
    found = share_of([Month(75, 25, 30, 30)])
    assert (found.share, found.low, found.high, found.is_whole) == (0.25, 0.25, 0.25, True)


def test_some_days_give_an_interval_that_narrows_with_more_days() -> None:
    def width(days: int) -> float:
        months = [Month(80 + n, 20 + 2 * n % 5, days, 30) for n in range(6)]
        found = share_of(months)
        assert found.low is not None
        assert found.high is not None
        assert found.low < (found.share or 0) < found.high
        return found.high - found.low

    assert width(25) < width(5)


def test_too_few_months_or_nothing_at_home_is_unknown() -> None:
    assert share_of([Month(1, 1, 3, 30)] * 2).low is None
    assert share_of([Month(0, 1, 3, 30)] * 5).low is None
    assert share_of([]).share is None
    assert share_of([Month(0, 0, 30, 30)]).share is None


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    chance, held, runs = np.random.default_rng(7), 0, 300
    for _ in range(runs):
        days = [
            [(chance.gamma(4, 20.0), chance.gamma(4, 5.0)) for _ in range(30)] for _ in range(8)
        ]
        away = sum(a for month in days for _, a in month)
        truth = away / sum(h + a for month in days for h, a in month)
        seen = [month[:6] for month in days]
        found = share_of([Month(sum(h for h, _ in m), sum(a for _, a in m), 6, 30) for m in seen])
        held += (found.low or 0) <= truth <= (found.high or 1)
    assert 0.84 <= held / runs <= 0.96
