"""Findings are counted by check and artist, and the gravest groups come first."""

from pathlib import Path
from typing import Any

import ibis.expr.types as ir

from kaigai.facts.store import Facts
from kaigai.findings.overview import actions
from kaigai.findings.overview import groups as grouping
from kaigai.findings.overview.groups import FIRST, SAME, SHOWN
from kaigai.findings.overview.result import Artist, Cell, Group
from tests.conftest import table
from tests.findings.small_label import CHECKS, finding, small_label

ARTIST = Artist("p1", "波止場", "Hatoba", {"recording": 12}, {})


def open_findings(*rows: dict[str, Any]) -> ir.Table:
    """These findings as `standing` gives them."""
    return grouping.standing(table("findings", *rows))


def first(*rows: dict[str, Any]) -> tuple[Group, ...]:
    """What to do first about these findings."""
    return grouping.first(open_findings(*rows), CHECKS, table("artists"))


def groups(*rows: dict[str, Any]) -> tuple[Group, ...]:
    """These findings of one artist by check."""
    return grouping.groups(open_findings(*rows), [ARTIST])


def test_counts_each_check_by_severity_without_what_is_fixed(label: Facts) -> None:
    counts = actions.gaps(label).checks
    assert [(each.check, each.family, dict(each.severities)) for each in counts] == [
        ("no-latin-title", "found", {"high": 12}),
        ("not-available-abroad", "heard", {"high": 9}),
        ("preview-video", "whole", {"high": 1}),
        ("gone-check", "", {"medium": 1}),
        ("credits-missing", "linked", {"low": 3}),
    ]


def test_artists_come_by_gravity_and_nobody_comes_last(label: Facts) -> None:
    found = actions.artists(label)
    listed = [(each.artist_id, each.name, each.latin, each.n) for each in found.artists]
    assert listed == [
        ("p1", "波止場", "Hatoba", 16),
        ("p2", "夜凪 <b>&", "Yonagi", 6),
        ("p3", "Kujira", "Kujira", 3),
        (None, None, None, 1),
    ]
    assert found.total == 3


def test_of_many_artists_the_first_are_listed_or_the_one_that_is_asked_for(label: Facts) -> None:
    few = actions.artists(label, limit=1)
    assert [each.artist_id for each in few.artists] == ["p1", None]
    assert few.total == 3
    one = actions.artists(label, artist="夜凪 <b>&")
    assert [each.artist_id for each in one.artists] == ["p2"]
    assert {each.artist_id for each in one.groups} == {"p2"}


def test_the_first_groups_hold_at_most_two_of_a_check_and_none_of_a_check_that_is_gone(
    label: Facts,
) -> None:
    first = [(each.check, each.artist_id, each.n) for each in actions.todo(label).groups]
    assert first == [
        ("no-latin-title", "p1", 12),
        ("not-available-abroad", "p1", 3),
        ("not-available-abroad", "p2", 3),
        ("preview-video", "p1", 1),
        ("credits-missing", "p2", 2),
        ("credits-missing", None, 1),
    ]
    assert len(first) <= FIRST
    assert all(sum(check == each[0] for each in first) <= SAME for check in CHECKS)
    own = actions.todo(label, artist="Yonagi", limit=1).groups
    assert [(each.check, each.artist_id) for each in own] == [("not-available-abroad", "p2")]


def test_what_is_worth_more_comes_before_what_is_more() -> None:
    many = [finding("no-latin-title", f"p1-r{n}") for n in range(5)]
    worth = finding("not-available-abroad", "p2-r0", "p2", gain=12.5)
    assert [each.check for each in first(*many, worth)] == [
        "not-available-abroad",
        "no-latin-title",
    ]


def test_notes_and_what_needs_nothing_are_nothing_to_do() -> None:
    note = finding("preview-video", "p1-v0", kind="video", severity="note")
    nothing = finding("no-latin-title", "p1-r0", fix="none")
    assert first(note, nothing) == ()


def test_a_group_adds_up_territories_and_shows_its_gravest_first() -> None:
    rows = [
        finding("not-available-abroad", "p1-r0", codes=("KR",), severity="low"),
        finding("not-available-abroad", "p1-r1", codes=("US", "TW")),
    ]
    [group] = groups(*rows)
    assert sum(word.bit_count() for word in group.mask) == 3
    assert group.severity == "high"
    assert [row["subject_id"] for row in group.rows] == ["p1-r1", "p1-r0"]


def test_a_group_holds_so_many_findings_and_counts_all() -> None:
    rows = [finding("no-latin-title", f"x{n}") for n in range(SHOWN + 7)]
    [group] = groups(*rows)
    assert (group.n, len(group.rows)) == (SHOWN + 7, SHOWN)


def test_the_board_counts_subjects_once_and_leaves_unknown_what_did_not_run(
    label: Facts,
) -> None:
    cells = {(cell.row, cell.column): (cell.n, cell.of) for cell in actions.board(label).cells}
    assert cells["p1", "found"] == (12, 12)
    assert cells["p1", "heard"] == (3, 12)
    assert cells["p1", "whole"] == (1, 4)
    assert cells["p3", "whole"] == (0, 0)
    assert cells["p2", "official"] == (None, 0)


def test_two_findings_of_a_family_on_one_subject_are_one_on_the_board() -> None:
    other = finding("no-latin-title", "p1-r0") | {"finding_id": "x", "check": "no-latin-title"}
    rows = open_findings(finding("no-latin-title", "p1-r0"), other)
    board = grouping.board(rows, [ARTIST], CHECKS, ["no-latin-title"])
    assert Cell("p1", "found", 1, 12) in board


def test_no_findings_at_all_are_an_answer_too(tmp_path: Path) -> None:
    facts = small_label(tmp_path, findings=())
    made = actions.artists(facts)
    assert (actions.gaps(facts).checks, actions.todo(facts).groups, made.groups) == ((), (), ())
    assert [each.n for each in made.artists] == [0, 0, 0]


def test_standing_findings_are_new_or_remaining() -> None:
    rows = [finding("no-latin-title", str(n), state=s) for n, s in enumerate(("new", "fixed"))]
    rows.append(finding("no-latin-title", "9", state="remaining", severity="odd"))
    left = grouping.standing(table("findings", *rows)).to_pyarrow().to_pylist()
    assert {(row["subject_id"], row["rank"]) for row in left} == {("0", 0), ("9", 4)}
