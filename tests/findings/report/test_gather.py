"""The report's tables are gathered from a workspace as its last audit left it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kaigai.facts.engine import Engine
from kaigai.facts.store import Facts
from kaigai.findings.report.gather import NoAudit, gather
from kaigai.findings.report.reported import Reported
from tests.findings.small_label import AT, CHECKS, DAY, small_label


def gathered(facts: Facts) -> Reported:
    """What a report of the workspace shows."""
    return gather(Engine(facts), label="波", at=AT, settings=facts.settings, checks=CHECKS)


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """The small label."""
    return small_label(tmp_path_factory.mktemp("facts"))


@pytest.fixture(scope="module")
def reported(facts: Facts) -> Reported:
    """Everything of the small label."""
    return gathered(facts)


def test_the_day_is_that_of_the_audit(reported: Reported) -> None:
    assert (reported.day, reported.new, reported.fixed) == (DAY, 5, 1)
    assert reported.is_first
    assert not reported.is_stale


def test_counts_what_was_read(reported: Reported) -> None:
    assert reported.counts == {"recordings": 36, "videos": 8, "captions": 3, "titled": 36}
    [files] = reported.files
    assert (files.reader, files.files, files.rows, files.last) == ("ern", 1, 100, AT.date())


def test_sources_say_reader_files_and_days(reported: Reported) -> None:
    source = reported.sources["tracks"]
    assert (source.readers, source.first, source.last) == (
        {"ern": 1},
        date(2026, 10, 20),
        date(2026, 10, 20),
    )
    assert "releases" not in reported.sources


def test_a_skipped_check_says_why_in_both_languages(reported: Reported) -> None:
    [skip] = reported.skipped
    assert skip.check == "no-gtin"
    assert "releases" in skip.reason.en
    assert "未読み込み" in skip.reason.ja


def test_the_page_says_when_files_were_read_after_the_audit(facts: Facts, tmp_path: Path) -> None:
    fresh = small_label(tmp_path)
    for what in ("read 1 file", "read 2 files"):
        with fresh.writing() as writing:
            writing.commit(at=AT, what=what)
    assert gathered(fresh).is_stale


def test_without_usage_there_are_no_plays(tmp_path: Path) -> None:
    assert gathered(small_label(tmp_path, usage=False)).plays == ()


def test_without_an_audit_there_is_nothing_to_report(tmp_path: Path) -> None:
    with pytest.raises(NoAudit) as caught:
        gathered(Facts.open(tmp_path, create=True))
    assert "kaigai audit" in caught.value.text.ja


def test_gathering_twice_gives_the_same(facts: Facts, reported: Reported) -> None:
    assert replace(gathered(facts)) == reported
