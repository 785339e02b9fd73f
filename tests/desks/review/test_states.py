"""Nobody but a person decides, and what others decided is overturned by an arbiter alone."""

import pytest

from kaigai.desks.review.states import MOVES, STATE_WORDS, STATES, State, may

DECIDED: tuple[State, ...] = ("approved", "changed", "rejected")


@pytest.mark.parametrize("after", DECIDED)
def test_a_machine_never_decides(after: State) -> None:
    assert not any(may(before, after, "machine") for before in (None, *STATES))
    assert may("suggested", after, "reviewer")


@pytest.mark.parametrize("before", [*DECIDED, "conflict"])
@pytest.mark.parametrize("after", DECIDED)
def test_only_an_arbiter_overturns(before: State, after: State) -> None:
    assert not may(before, after, "reviewer")
    assert may(before, after, "arbiter")


def test_nobody_decides_about_an_original_that_is_gone() -> None:
    assert not [move for move in MOVES if move.before == "stale" and move.after in DECIDED]


def test_every_state_has_words() -> None:
    assert set(STATE_WORDS) == set(STATES)
