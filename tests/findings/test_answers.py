"""What an audit and its findings are told as, and what is to be done next."""

from datetime import date
from typing import Any

import pytest

from kaigai.findings import answers
from kaigai.findings.check import CHECKS
from kaigai.findings.dossiers.lookup import Kind, Match
from kaigai.findings.dossiers.show import Shown
from kaigai.findings.finding_query import Wanted, listed
from kaigai.findings.result import Audit, Findings, Ranking
from kaigai.findings.sections import families
from kaigai.terms.text import Text
from kaigai.verbs.answer import Step
from tests.conftest import NOON, table
from tests.findings.test_finding_query import finding


def found(*rows: dict[str, Any], total: int | None = None) -> Findings:
    """Findings that were asked for."""
    every = listed(table("findings", *rows), Wanted())
    return Findings(
        Wanted(), every, every.to_pyarrow().to_pylist(), total or len(rows), {}, ["US"]
    )


HOLE = finding("not-available-abroad:R3", codes=["TW", "US"], artist="佐藤ユキ", artist_id="a2")


def test_findings_leave_in_words() -> None:
    told = answers.in_words(found(HOLE), "ja").read_all()
    assert told.schema == answers.COLUMNS
    [row] = told.to_pylist()
    assert row["territories"] == ["TW", "US"]
    assert "「夜明け」" in row["sentence"]
    assert "アメリカ合衆国、台湾" in row["sentence"]


def test_a_check_that_is_gone_has_a_sentence_all_the_same() -> None:
    [row] = answers.in_words(found(finding("gone:R1")), "en").read_all().to_pylist()
    assert "no longer installed" in row["sentence"]


def test_findings_are_counted_and_the_first_is_a_step() -> None:
    answer = answers.findings(found(HOLE, total=9))
    [section] = answer.sections
    assert section.title.en == "Findings: 9"
    assert section.note is not None
    assert "8 more" in section.note.en
    assert section.opens == ((4, "show"),)
    assert answer.steps[0] == Step("show", answers.FIRST, {"what": "not-available-abroad:R3"})
    none = answers.findings(found())
    assert none.sections[0].note == Text("No findings match.", "当てはまる課題はありません。")
    assert [each.verb for each in none.steps] == ["report"]


def audit(*failed: str) -> Audit:
    """An audit that did not run a check."""
    skipped = {"no-isrc": Text("x", "y")}
    nothing = table("findings").to_pyarrow()
    return Audit("a", NOON, date(2026, 11, 1), nothing, {}, skipped, 7, 0, 1, failed)


def test_an_audit_says_what_changed_and_what_was_left_out() -> None:
    ranking = Ranking((), 0, (), ("no-isrc", "a1"))
    answer = answers.audit(audit(), ranking)
    changed, skipped = answer.sections[-2:]
    assert [row[1] for row in changed.rows] == [7, 0, 1]
    assert list(skipped.cells("ja")) == [["no-isrc", "y"]]
    first = answer.steps[0]
    assert (first.verb, first.given) == ("findings", {"check": "no-isrc", "artist": "a1"})
    assert not answer.refused


def test_an_audit_of_which_a_check_broke_is_refused() -> None:
    answer = answers.audit(audit("no-isrc"), Ranking((), 0, (), None))
    assert answer.refused
    assert [each.verb for each in answer.steps] == ["report"]


def test_every_check_is_listed_once() -> None:
    names = [row[0] for section in families(CHECKS) for row in section.rows]
    assert sorted(names) == sorted(CHECKS)


OF_A_FINDING = [("show", {"what": "R1"}), ("findings", {"check": "no-isrc"})]
ROW = {"finding_id": "no-isrc:R1", "subject_id": "R1", "check": "no-isrc"}


@pytest.mark.parametrize(
    ("kind", "row", "is_audited", "is_refused", "steps"),
    [
        ("finding", ROW, True, False, OF_A_FINDING),
        ("artist", None, True, False, [("findings", {"artist": "夜明け"})]),
        ("origin", None, True, True, [("read", {"paths": "PATH"})]),
        ("origin", None, True, False, [("findings", {})]),
        ("recording", ROW, True, False, [("show", {"what": "no-isrc:R1"})]),
        ("recording", None, True, False, [("findings", {})]),
        ("video", None, False, False, [("audit", {})]),
    ],
)  # fmt: skip
def test_what_to_look_at_next(
    kind: Kind, row: Any, is_audited: bool, is_refused: bool, steps: list[Any]
) -> None:
    seen = Shown(kind, "R1", "夜明け", (), row, is_audited, is_refused)
    assert [(each.verb, dict(each.given)) for each in answers.show(seen).steps] == steps


def test_several_matches_are_listed() -> None:
    answer = answers.show((Match("artist", "a", "夜明け"), Match("video", "b", "夜明け", "c")))
    [section] = answer.sections
    assert list(section.cells("ja")) == [
        ["アーティスト", "夜明け", "–", "a"],
        ["動画", "夜明け", "c", "b"],
    ]
    assert section.opens == ((3, "show"),)
