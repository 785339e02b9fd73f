"""The choice of languages against every choice there is."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaigai.desks.captions.languages.coverage import best_of, least, most, steps

TAGS = ("en", "es", "id", "ko", "th", "zh-Hant")
SHARES = {
    "US": {"en": 0.96, "es": 0.1},
    "MX": {"es": 0.83, "en": 0.13},
    "ID": {"id": 0.64, "en": 0.05},
    "TH": {"th": 0.8, "en": 0.27},
    "TW": {"zh-Hant": 0.95},
}
PLAYS = {"US": 100.0, "MX": 60.0, "ID": 80.0, "TH": 30.0, "TW": 10.0}


def test_at_least_and_at_most() -> None:
    assert least({"US": 100}, SHARES, ["en", "es"]) == pytest.approx(96)
    assert most({"US": 100}, SHARES, ["en", "es"]) == 100
    assert most({"MX": 100}, SHARES, ["en", "es"]) == pytest.approx(96)
    assert least({"AQ": 100}, SHARES, TAGS) == 0


def test_the_most_useful_comes_first_and_what_is_there_is_not_counted_again() -> None:
    found = steps(PLAYS, SHARES, [], 3)
    assert [step.language for step in found] == ["en", "id", "es"]
    assert found[0].where == ("US", "TH", "MX")
    assert all(step.low <= step.high <= 1 for step in found)
    assert found[0].adds == pytest.approx((96 + 7.8 + 4 + 8.1) / 280)
    assert [step.language for step in steps(PLAYS, SHARES, ["en"], 1)] == ["id"]


def test_it_stops_where_nothing_is_added_and_says_nothing_of_no_plays() -> None:
    assert len(steps(PLAYS, SHARES, [], 20)) == 5
    assert steps({}, SHARES, [], 5) == []
    assert steps(PLAYS, SHARES, list(TAGS), 5) == []


MATRIX = st.dictionaries(
    st.sampled_from(["US", "MX", "ID", "TH", "TW", "BR"]),
    st.dictionaries(st.sampled_from(TAGS), st.floats(0.01, 1), min_size=1),
    min_size=1,
)


@settings(max_examples=60, deadline=None)
@given(shares=MATRIX, size=st.integers(1, 4), have=st.sampled_from([(), ("en",)]))
def test_the_best_is_the_best_of_all(
    shares: dict[str, dict[str, float]], size: int, have: tuple[str, ...]
) -> None:
    plays = {place: 10.0 * at for at, place in enumerate(shares, 1)}
    others = [tag for tag in TAGS if tag not in have]
    best = max(least(plays, shares, [*have, *some]) for some in combinations(others, size))
    value, choice = best_of(plays, shares, have, size)
    assert choice is not None
    assert value == pytest.approx(best)
    assert least(plays, shares, [*have, *choice]) == pytest.approx(best)
    total = sum(plays.values())
    for step in steps(plays, shares, have, size):
        assert step.low <= step.bound + 1e-9
        assert step.low >= (1 - 1 / 2.718281828) * step.bound - 1e-9  # greedy's promise
        assert step.bound <= 1 + 1e-9
        assert total > 0
