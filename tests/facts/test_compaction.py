"""Compacting lets go of what was known long ago, says so, and of nothing else."""

import json
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kaigai.facts import commits
from kaigai.facts.compaction import Compaction, compact
from kaigai.facts.store import Change, Facts, StoreError
from kaigai.facts.table import TABLES
from kaigai.terms.text import Refused
from kaigai.verbs.index import VERBS
from kaigai.verbs.verb import Call
from tests.conftest import NOON
from tests.facts.test_store import channels, ids, of_old, parquet, write


def day(number: int) -> datetime:
    """An instant of that day."""
    return NOON + timedelta(days=number)


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    """Ten days of history; on each day the table of channels is another."""
    facts = Facts.open(tmp_path / "w", create=True)
    names = TABLES["names"].arrow_schema().empty_table()
    for number in range(10):
        change = Change("channels", channels(f"c{number}"), "replace")
        write(facts, change, Change("names", names), at=day(number))
    return facts


def kept(facts: Facts, days: int = 3, *, dry: bool = False) -> Compaction:
    """Compact as on the last day."""
    return compact(facts, days=days, keep=f"{days}d", at=day(9), dry=dry)


def named(facts: Facts) -> set[str]:
    """The files that commits name."""
    return {file for commit in facts.history() for file in Facts(facts.root, commit).all_files()}


def test_what_is_old_goes_and_it_is_said(facts: Facts) -> None:
    before = parquet(facts)
    done = kept(facts)
    assert (done.commits, done.kept, done.since, done.is_done) == (6, 4, day(6), True)
    assert done.bytes > 0
    assert parquet(facts) == named(facts) < before
    for number in range(6, 10):
        assert ids(facts.as_of(day(number))) == [f"c{number}"]
    with pytest.raises(StoreError, match=r"kaigai store compact --keep 3d") as error:
        facts.as_of(day(5))
    assert "整理" in error.value.text.ja
    with pytest.raises(StoreError, match="knew nothing yet"):
        facts.as_of(day(-1))


def test_writing_and_compacting_go_on(facts: Facts) -> None:
    kept(facts)
    for number in range(10, 13):
        write(facts, Change("channels", channels(f"c{number}")), at=day(number))
    assert ids(facts) == ["c10", "c11", "c12", "c9"]
    with facts.writing() as killed:
        killed.write(Change("channels", channels("lost"), "replace"))
    write(facts, Change("channels", channels("c13")), at=day(13))
    assert ids(facts) == ["c10", "c11", "c12", "c13", "c9"]
    assert compact(facts, days=1, keep="1d", at=day(13)).commits == 6
    assert [each.number for each in facts.history()] == [13, 14]
    with pytest.raises(StoreError, match="--keep 1d"):
        facts.as_of(day(0))
    assert parquet(facts) == named(facts)


def test_a_dry_look_changes_nothing(facts: Facts) -> None:
    before = sorted(path for path in facts.root.rglob("*") if path.is_file())
    looked = kept(facts, dry=True)
    assert sorted(path for path in facts.root.rglob("*") if path.is_file()) == before
    done = kept(facts)
    assert (looked.commits, looked.kept, looked.files) == (done.commits, done.kept, done.files)


def test_where_nothing_is_old_nothing_goes(facts: Facts) -> None:
    done = kept(facts, days=100)
    assert (done.commits, done.kept) == (0, 10)
    assert ids(facts.as_of(day(0))) == ["c0"]


def test_one_that_is_killed_in_between_is_done_by_the_next(
    facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink, left = Path.unlink, [3]

    def killed(path: Path, missing_ok: bool = False) -> None:
        if path.suffix == ".json" and path.parent.name == "commits":
            left[0] -= 1
            if not left[0]:
                raise KeyboardInterrupt
        unlink(path, missing_ok=missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", killed)
        with pytest.raises(KeyboardInterrupt):
            kept(facts)
    assert [each.number for each in facts.history()] == [7, 8, 9, 10]
    with pytest.raises(StoreError, match="store compact"):
        facts.as_of(day(5))
    kept(facts)
    assert parquet(facts) == named(facts)
    assert len([name for name in os.listdir(facts.root / "commits") if name[0] == "0"]) == 4


def test_files_of_commits_of_old_stay_while_they_are_kept(facts: Facts) -> None:
    of_old(facts)
    kept(facts)
    for number in range(6, 10):
        assert ids(facts.as_of(day(number))) == [f"c{number}"]
    write(facts, Change("channels", channels("x")), at=day(10))
    assert ids(facts.as_of(day(6))) == ["c6"]


def test_where_old_files_are_not_known_all_stay(facts: Facts) -> None:
    path = commits.commit_path(facts.root / "commits", 8)
    content = json.loads(path.read_text())
    del content["files"]["channels"]
    content["versions"]["channels"] = 77  # which Delta's log does not have any more
    path.write_text(json.dumps(content))
    before = {file for file in parquet(facts) if "/channels/" in file}
    kept(facts)
    assert before <= parquet(facts)


def test_the_verb_says_what_it_did(facts: Facts) -> None:
    call = Call(facts, day(9), language="ja")
    looked = VERBS["store compact"](call, keep="３日", dry=True)
    assert [step.given for step in looked.steps] == [{"keep": "3日"}]
    done = VERBS["store compact"](call, keep="3d")
    assert done.result.commits == looked.result.commits == 6
    again = VERBS["store compact"](call, keep="3d")
    assert again.result.commits == 0


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("2y", 732),
        ("18m", 558),
        ("8w", 56),
        ("56d", 56),
        ("2年", 732),
        ("3か月", 93),
        ("８週間", 56),
    ],
)
def test_how_long_is_said_as_people_say_it(said: str, days: int) -> None:
    keep = VERBS["store compact"].asked["keep"]
    assert keep.value(said) == days


@pytest.mark.parametrize("said", ["", "2", "0y", "soon", "-1y", "2y3m"])
def test_what_is_no_length_of_time_is_refused(said: str) -> None:
    with pytest.raises(Refused):
        VERBS["store compact"].asked["keep"].value(said)
