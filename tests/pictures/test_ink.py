"""Shares become inks and figures, and labels fit where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.pictures.ink import NARROW, WIDE, cut, percent, step_of, width_of


@pytest.mark.parametrize(
    ("share", "step", "figure"),
    [
        (None, "?", "?"),
        (0.0, "0", "0%"),
        (0.001, "0", "1%"),
        (0.25, "1", "25%"),
        (0.5, "2", "50%"),
        (0.75, "3", "75%"),
        (0.9, "4", "90%"),
        (0.999, "4", "99%"),
        (1.0, "5", "100%"),
    ],
)
def test_all_and_nothing_are_said_only_of_all_and_nothing(
    share: float | None, step: str, figure: str
) -> None:
    assert (step_of(share), percent(share)) == (step, figure)


@given(st.text(), st.integers(12, 400))
def test_a_cut_label_fits(text: str, pixels: int) -> None:
    shown = cut(text, pixels, 12)
    assert shown == text or shown.endswith("…")
    assert width_of(shown, 12) <= pixels


@pytest.mark.parametrize(
    ("text", "pixels", "shown"),
    [("波止場", 36, "波止場"), ("波止場の灯", 36, "波止…"), ("Hatoba", 100, "Hatoba")],
)
def test_cuts_by_the_width_of_letters(text: str, pixels: int, shown: str) -> None:
    assert cut(text, pixels, 12) == shown


def test_room_for_labels_is_no_more_than_they_take() -> None:
    assert WIDE.fitting(["波"]).left < WIDE.left
    assert WIDE.fitting(["波" * 50]).left == WIDE.left
    assert NARROW.fitting([]).width == NARROW.width
