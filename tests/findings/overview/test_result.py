"""Shares know when they are not known."""

import pytest

from kaigai.findings.overview.result import Cell, CheckCount, Place


@pytest.mark.parametrize(
    ("heard", "closed", "unknown", "share"),
    [
        (1, 3, 0, 0.25),
        (4, 0, 0, 1.0),
        (1, 0, 1, 1.0),
        (1, 0, 2, None),
        (0, 0, 0, None),
        (0, 5, 0, 0.0),
    ],
)
def test_a_place_of_which_too_little_is_known_has_no_share(
    heard: int, closed: int, unknown: int, share: float | None
) -> None:
    assert Place("KR", heard, closed, unknown).share == share


@pytest.mark.parametrize(("n", "of", "share"), [(1, 2, 0.5), (None, 2, None), (0, 0, None)])
def test_a_cell_may_be_unknown_or_empty(n: int | None, of: int, share: float | None) -> None:
    assert Cell("a", "x", n, of).share == share


def test_a_check_counts_all_severities() -> None:
    assert CheckCount("a", "found", {"high": 2, "low": 3}).n == 5
