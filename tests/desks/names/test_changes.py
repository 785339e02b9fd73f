"""A sheet that came back: only changed cells decide, and never over somebody else's change."""

from typing import Any

import pytest

from kaigai.desks.names.changes import Changes, changes
from kaigai.desks.names.sheet import FORM, stamp
from kaigai.formats.sheets.form import Line

GIVEN = {
    "subject_kind": "recording",
    "subject_id": "A",
    "original": "炎",
    "script": "Hani",
    "reading": "ホノオ",
    "latin": None,
    "english": "Flame",
}
KEY = ("recording", "A")


def line(given: dict[str, Any], cells: dict[str, str], place: int = 2, id: str = "A") -> Line:
    """A row that was given out so, and came back with these cells."""
    held = {"kind": "recording", "id": id, **cells}
    return Line(place, held, FORM.given(stamp(given)) if given else {})


def came_back(now: dict[str, Any] | None = None, **cells: str) -> Changes:
    """Cells over what was given out, compared with the registry as it is now."""
    held = {slot: GIVEN.get(slot) or "" for slot in ("reading", "latin", "english", "short")}
    row = line(GIVEN, {**held, **cells})
    return changes([row], {KEY: {**GIVEN, **(now or {})}})


def decided(found: Changes) -> list[tuple[str, str, str]]:
    return [(each["text"], each["role"], each["status"]) for each in found.decisions]


def test_nothing_changed_is_nothing_decided() -> None:
    found = came_back()
    assert (found.decisions, found.conflicts, found.bad) == ([], [], [])
    assert found.unchanged == 4


def test_a_changed_cell_is_a_locked_decision_with_what_it_was_made_from() -> None:
    (row,) = came_back(latin="Homura").decisions
    assert row["is_locked"]
    assert (row["text"], row["language"], row["based_on"]) == ("Homura", "ja-Latn", "炎")


def test_what_changed_here_meanwhile_is_a_conflict_and_stays() -> None:
    found = came_back({"latin": "Honoo"}, latin="Homura")
    assert found.decisions == []
    (conflict,) = found.conflicts
    assert (conflict.theirs, conflict.ours) == ("Homura", "Honoo")


def test_both_saying_the_same_is_no_conflict() -> None:
    found = came_back({"latin": "Homura"}, latin="Homura")
    assert (found.decisions, found.conflicts) == ([], [])


def test_an_emptied_cell_changes_nothing_and_a_dash_rejects() -> None:
    found = came_back(english="")
    assert (found.decisions, found.emptied) == ([], 1)
    assert decided(came_back(english="-")) == [("Flame", "english", "rejected")]


def test_short_forms_come_and_go_one_by_one() -> None:
    given = {**GIVEN, "short": "HMR; Homu"}
    found = changes([line(given, {"short": "Homu; Hm"})], {KEY: given})
    assert decided(found) == [("Hm", "alias", "approved"), ("HMR", "alias", "rejected")]
    swapped = changes([line(given, {"short": "Homu; HMR"})], {KEY: given})
    assert swapped.decisions == []


@pytest.mark.parametrize(
    ("slot", "said"),
    [
        ("reading", "Homura"),
        ("reading", "炎"),
        ("latin", "ほむら"),
        ("english", "炎"),
        ("latin", "x" * 1_001),
        ("latin", "two\nlines"),
    ],
)
def test_a_name_that_cannot_be_what_its_column_says_is_told(slot: str, said: str) -> None:
    found = came_back(None, **{slot: said})
    assert found.decisions == []
    assert [(each.place, each.found) for each in found.bad] == [(2, said)]


def test_good_cells_of_a_row_are_kept_beside_a_bad_one() -> None:
    found = came_back(latin="Homura", reading="???", english="Blaze")
    assert len(found.bad) == 1
    assert decided(found) == [
        ("Homura", "latin", "approved"),
        ("Blaze", "english", "approved"),
    ]


def test_rows_that_nobody_gave_out_are_told() -> None:
    unstamped = line({}, {"latin": "Homura"})
    unknown = line(GIVEN, {"latin": "Homura"}, 3, "B")
    found = changes([unstamped, unknown, line(GIVEN, {}, 4)], {KEY: GIVEN})
    assert [each.place for each in found.bad] == [2, 3, 4]
    assert found.decisions == []


def test_a_korean_name_is_romanised_korean() -> None:
    given = {**GIVEN, "script": "Hang"}
    (row,) = changes([line(given, {"latin": "Bulkkot"})], {KEY: given}).decisions
    assert row["language"] == "ko-Latn"
