"""What becomes of each row of a sheet, by what it says and what has changed."""

from typing import Any

import pytest

from kaigai.desks.review.sheets.columns import FORM, stamp
from kaigai.desks.review.sheets.verdicts import Judged, decision, judged
from kaigai.formats.sheets.form import Line
from kaigai.formats.sheets.mark import mark

ID = "recording|1|latin"
OPEN: dict[str, Any] = {
    "subject_kind": "recording", "subject_id": "1", "slot": "latin", "original": "夜明け",
    "now": None, "status": None, "text": None, "state": "suggested",
}  # fmt: skip
APPROVED = {**OPEN, "now": "Yoake", "status": "approved", "text": "Yoake", "state": "approved"}
REJECTED = {**OPEN, "status": "rejected", "text": "Yoake", "state": "rejected"}
SUGGESTIONS = {"s1": {"origin": "romaniser:musicbrainz"}}


def line(*, seen: dict[str, Any] = OPEN, offered: str = "Yoake", **cells: str) -> Line:
    """A row as it was given out, and filled in."""
    given = {"id": ID, "suggestion": offered, "stamp": stamp(seen, offered or None, "s1")}
    held = {**given, **cells}
    return Line(7, held, FORM.given(held["stamp"]))


def judge(*lines: Line, now: dict[str, Any] = OPEN, overturn: bool = False) -> Judged:
    """The rows against a slot as it is now."""
    return judged(lines, {ID: now}, SUGGESTIONS, overturn=overturn)


@pytest.mark.parametrize(
    ("cells", "outcome", "text", "origin"),
    [
        ({"decision": "approve"}, "approved", "Yoake", "romaniser:musicbrainz"),
        ({"decision": "ＯＫ"}, "approved", "Yoake", "romaniser:musicbrainz"),
        ({"decision": "承認"}, "approved", "Yoake", "romaniser:musicbrainz"),
        ({"decision": "○", "approved": "Dawn"}, "changed", "Dawn", "reviewer"),
        ({"approved": "Dawn"}, "changed", "Dawn", "reviewer"),
        ({"approved": "Yoake"}, "approved", "Yoake", "romaniser:musicbrainz"),
        ({"decision": "却下"}, "rejected", "Yoake", "romaniser:musicbrainz"),
    ],
)
def test_an_open_row(cells: dict[str, Any], outcome: str, text: str, origin: str) -> None:
    (verdict,) = judge(line(**cells)).verdicts
    assert (verdict.outcome, verdict.text, verdict.origin) == (outcome, text, origin)


def test_a_sheet_of_an_earlier_version_comes_back() -> None:
    # As kaigai 0.1 wrote it: original, what stood there, suggestion and its id.
    old = f"{mark('夜明け')}.-.{mark('Yoake')}.s1"
    (verdict,) = judge(line(decision="approve", stamp=old)).verdicts
    assert (verdict.outcome, verdict.origin) == ("approved", "romaniser:musicbrainz")
    seen = "e45e04"  # of "Yoake", "approved", "Yoake"
    old = f"{mark('夜明け')}.{seen}.{mark('Yoake')}.s1"
    (verdict,) = judge(line(approved="Dawn", stamp=old), now=APPROVED).verdicts
    assert verdict.outcome == "changed"


def test_a_decision_says_what_it_was_made_from() -> None:
    (verdict,) = judge(line(decision="approve", note="ok")).verdicts
    assert decision(verdict) == {
        "subject_kind": "recording", "subject_id": "1", "text": "Yoake", "language": "ja-Latn",
        "role": "latin", "status": "approved", "is_locked": True,
        "origin": "romaniser:musicbrainz", "based_on": "夜明け", "note": "ok",
    }  # fmt: skip


@pytest.mark.parametrize("now", [APPROVED, REJECTED, {**OPEN, "now": "Official"}])
def test_what_was_decided_meanwhile_is_a_conflict(now: dict[str, Any]) -> None:
    assert [each.outcome for each in judge(line(approved="Dawn"), now=now).verdicts] == [
        "conflict"
    ]
    over = judge(line(approved="Dawn"), now=now, overturn=True)
    assert [each.outcome for each in over.verdicts] == ["changed"]


def test_who_saw_the_decision_may_change_it() -> None:
    made = judge(line(seen=REJECTED, approved="Dawn"), now=REJECTED)
    assert [each.outcome for each in made.verdicts] == ["changed"]


def test_a_conflict_is_for_an_arbiter() -> None:
    clash = {**APPROVED, "state": "conflict"}
    row = line(seen=clash, approved="Dawn")
    assert [each.outcome for each in judge(row, now=clash).verdicts] == ["conflict"]
    assert [each.outcome for each in judge(row, now=clash, overturn=True).verdicts] == ["changed"]


@pytest.mark.parametrize("overturn", [True, False])
def test_another_original_is_stale_for_everybody(overturn: bool) -> None:
    now = {**OPEN, "original": "夜明けに"}
    made = judge(line(decision="approve"), now=now, overturn=overturn)
    assert [each.outcome for each in made.verdicts] == ["stale"]


@pytest.mark.parametrize(
    ("now", "cells"), [(APPROVED, {"decision": "approve"}), (REJECTED, {"decision": "reject"})]
)
def test_the_same_sheet_twice_decides_once(now: dict[str, Any], cells: dict[str, Any]) -> None:
    made = judge(line(**cells), now=now)
    assert (made.unchanged, made.verdicts) == (1, [])


def test_rows_that_say_nothing() -> None:
    made = judge(line(), line(decision="later"), line(decision="△"))
    assert (made.untouched, made.later, made.verdicts, made.bad) == (1, 2, [], [])


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"decision": "perhaps"}, "approve, reject, later"),
        ({"decision": "approve", "id": "recording|x|latin"}, "no suggestion"),
        ({"decision": "approve", "suggestion": "Yoakke"}, "as they were given out"),
        ({"decision": "approve", "stamp": "1.2"}, "as they were given out"),
        ({"approved": "夜あけ"}, "in the script"),
        ({"approved": "x" * 1001}, "1,000 characters"),
        ({"approved": "two\nlines"}, "on one line"),
    ],
)
def test_a_row_that_cannot_be_used(cells: dict[str, Any], says: str) -> None:
    made = judge(line(**cells))
    (bad,) = made.bad
    assert bad.place == 7
    assert says in bad.expected.en
    assert made.verdicts == []


def test_nothing_suggested_and_a_second_row() -> None:
    made = judge(line(offered="", decision="approve"), line(decision="approve"))
    assert ["nothing was suggested" in made.bad[0].expected.en, len(made.bad)] == [True, 2]
    assert "second" in made.bad[1].expected.en
    assert "nothing to reject" in judge(line(offered="", decision="reject")).bad[0].expected.en
