"""The last audit says its day, what it skipped, and whether facts came in after it."""

from pathlib import Path

import pytest

from kaigai.facts.store import Facts
from kaigai.findings.overview import actions
from kaigai.findings.overview.result import LastAudit, Overview
from tests.findings.small_label import DAY, finding, recording_ids, small_label, write


def last(facts: Facts) -> LastAudit:
    """The last audit of a workspace."""
    return actions.overview(facts).audit


def test_the_day_is_that_of_the_audit(found: Overview) -> None:
    audit = found.audit
    assert (audit.day, audit.new, audit.fixed) == (DAY, 5, 1)
    assert audit.is_first
    assert not audit.is_stale


def test_a_skipped_check_says_why_in_both_languages(found: Overview) -> None:
    [skip] = found.audit.skipped
    assert skip.check == "no-gtin"
    assert "releases" in skip.reason.en
    assert "読み込まれていません" in skip.reason.ja


@pytest.mark.parametrize(
    ("table", "row", "stale"),
    [
        ("recordings", {"recording_id": "new", "kind": "sound"}, True),
        ("captions", {"video_id": "p1-v1", "caption_id": "9", "language": "en"}, True),
        # What desks compute, and another audit's findings, are no news to the checks.
        ("export_share", {"artist_id": "p1", "month": DAY.replace(day=1)}, False),
        ("demand", {"artist_id": "p1", "territory": "US"}, False),
        ("findings", finding("no-latin-title", recording_ids("p1")[0]), False),
        ("suggestions", {}, False),
    ],
)
def test_only_facts_that_came_in_after_it_make_it_stale(
    tmp_path: Path, table: str, row: dict[str, object], stale: bool
) -> None:
    facts = small_label(tmp_path)
    for _ in range(3):
        write(facts, {table: [row]})
    assert last(facts).is_stale is stale


def test_an_audit_that_kept_no_japanese_reasons_says_them_in_english(tmp_path: Path) -> None:
    facts = small_label(tmp_path)
    newer = {
        "audit_id": "a2",
        "at": facts.commit.at.replace(hour=23),
        "as_of": DAY,
        "commit": facts.commit.number,
        "ran": ["no-isrc"],
        "skipped": ["unfindable"],
        "reasons": ["nothing was read"],
        "new": 0,
        "remaining": 0,
        "fixed": 0,
    }
    write(facts, {"audits": [newer]})
    audit = last(facts)
    assert (audit.ran, audit.is_first) == (("no-isrc",), False)
    assert [each.reason.ja for each in audit.skipped] == ["nothing was read"]


def test_before_the_first_audit_there_is_nothing_to_show(tmp_path: Path) -> None:
    with pytest.raises(actions.OverviewError) as caught:
        last(Facts.open(tmp_path, create=True))
    assert "kaigai audit" in caught.value.text.ja
