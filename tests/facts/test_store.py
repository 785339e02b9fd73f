"""The store keeps all or nothing, remembers every commit, and lets one writer in at a time."""

import json
import multiprocessing
import os
import shutil
import signal
import time
from datetime import timedelta
from pathlib import Path

import pyarrow as pa
import pytest
from deltalake import DeltaTable
from filelock import FileLock

from kaigai.facts import store, writing
from kaigai.facts.store import Change, Facts, StoreError
from kaigai.facts.table import TABLES
from tests.conftest import NOON


def channels(*ids: str) -> pa.Table:
    """Rows of `channels`, which say where they came from."""
    rows = [{"channel_id": each, "origin_id": "o", "delivery_id": "o"} for each in ids]
    return pa.Table.from_pylist(rows, schema=TABLES["channels"].arrow_schema())


def ids(facts: Facts) -> list[str]:
    """The channel ids that are seen."""
    return sorted(facts.arrow("channels")["channel_id"].to_pylist())


def write(facts: Facts, *changes: Change, at: object = NOON) -> None:
    """One commit."""
    with facts.writing() as writing:
        for change in changes:
            writing.write(change)
        writing.commit(at=NOON if at is NOON else at, what="test")  # type: ignore[arg-type]


def parquet(facts: Facts) -> set[str]:
    """All files of rows in the workspace."""
    return {str(each.absolute()) for each in (facts.root / "tables").glob("*/*.parquet")}


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    """An empty workspace."""
    return Facts.open(tmp_path / "w", create=True)


def test_there_is_no_workspace_unless_it_is_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as error:
        Facts.open(tmp_path / "none")
    assert "kaigai read" in error.value.text.en
    assert "kaigai read" in error.value.text.ja


@pytest.mark.parametrize("many", [1, 1_000])
def test_appends_and_replaces(facts: Facts, many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MANY", many)  # rows that become a file of our own making
    write(facts, Change("channels", channels("a")))
    write(facts, Change("channels", channels("b")))
    assert ids(facts) == ["a", "b"]
    write(facts, Change("channels", channels("c"), "replace"))
    assert ids(facts) == ["c"]


def test_nothing_is_seen_before_the_commit(facts: Facts) -> None:
    write(facts, Change("channels", channels("a")))
    with facts.writing() as writing:
        writing.write(Change("channels", channels("b")))
        assert ids(facts) == ["a"]
    assert ids(facts) == ["a"]


def test_what_no_commit_names_is_rolled_back_by_the_next_writer(facts: Facts) -> None:
    write(facts, Change("channels", channels("a")))
    with facts.writing() as writing:
        writing.write(Change("channels", channels("lost")))
        writing.write(Change("origins", TABLES["origins"].arrow_schema().empty_table()))
    write(facts, Change("channels", channels("b")))
    assert ids(facts) == ["a", "b"]


def test_a_first_table_that_was_never_committed_leaves_nothing(facts: Facts) -> None:
    with facts.writing() as writing:
        writing.write(Change("channels", channels("lost")))
    write(facts, Change("channels", channels("a")))
    assert ids(facts) == ["a"]


def test_as_of_reads_what_was_known_then(facts: Facts) -> None:
    write(facts, Change("channels", channels("a")))
    write(facts, Change("channels", channels("b")), at=NOON + timedelta(days=1))
    assert ids(facts.as_of(NOON + timedelta(hours=1))) == ["a"]
    with pytest.raises(StoreError):
        facts.as_of(NOON - timedelta(days=1))


def test_what_was_known_then_is_read_without_deltas_log(facts: Facts) -> None:
    write(facts, Change("channels", channels("a")))
    write(facts, Change("channels", channels("b")), at=NOON + timedelta(days=1))
    shutil.rmtree(facts.root / "tables" / "channels" / "_delta_log")
    assert ids(facts.as_of(NOON)) == ["a"]
    assert ids(facts) == ["a", "b"]


def test_commits_of_old_do_not_tell_their_files(facts: Facts) -> None:
    write(facts, Change("channels", channels("a")))
    told = facts.files("channels")
    [path] = (facts.root / "commits").glob("*.json")
    content = json.loads(path.read_text())
    assert [Path(each).name for each in told] == content.pop("files")["channels"]
    path.write_text(json.dumps(content))
    assert facts.files("channels") == told
    assert not facts.commit.files
    write(facts, Change("names", TABLES["names"].arrow_schema().empty_table()))
    assert facts.files("channels") == told
    assert set(facts.commit.files) == {"channels", "names"}
    write(facts, Change("channels", channels("b")))
    assert ids(facts) == ["a", "b"]


def test_pinned_facts_do_not_move(facts: Facts) -> None:
    write(facts, Change("channels", channels("a")))
    pinned = facts.pinned()
    write(facts, Change("channels", channels("b")))
    assert ids(pinned) == ["a"]


def test_many_small_commits_are_brought_together(
    facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "COMPACT_AT", 3)
    for number in range(6):
        write(facts, Change("channels", channels(f"c{number}")))
    assert len(facts.files("channels")) <= 3
    assert ids(facts) == [f"c{number}" for number in range(6)]


def test_an_older_file_without_a_column_reads_as_null(facts: Facts) -> None:
    old = channels("a").drop_columns(["country"])
    write(facts, Change("channels", old))
    assert facts.arrow("channels")["country"].to_pylist() == [None]


def test_a_second_writer_is_told_to_wait(facts: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LOCK_SECONDS", 0.1)
    with (
        FileLock(facts.root / "lock", is_singleton=False),
        pytest.raises(StoreError) as error,
        facts.writing(),
    ):
        pass
    assert "another process" in error.value.text.en


def _write_and_hang(root: Path) -> None:
    with Facts.open(root).writing() as writing:
        writing.write(Change("channels", channels("half")))
        (root / "half-written").touch()
        time.sleep(60)


def test_a_killed_writer_leaves_the_store_as_it_was(facts: Facts) -> None:
    write(facts, Change("channels", channels("a")))
    process = multiprocessing.get_context("spawn").Process(
        target=_write_and_hang, args=(facts.root,)
    )
    process.start()
    for _ in range(600):
        if (facts.root / "half-written").exists():
            break
        time.sleep(0.05)
    assert process.pid
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert ids(facts) == ["a"]
    assert len(parquet(facts)) == 2
    write(facts, Change("origins", TABLES["origins"].arrow_schema().empty_table()))
    assert parquet(facts) == {*facts.files("channels"), *facts.files("origins")}
    assert DeltaTable(facts.root / "tables" / "channels").file_uris() == facts.files("channels")
    write(facts, Change("channels", channels("b")))
    assert ids(facts) == ["a", "b"]


def test_a_write_leaves_no_file_that_no_commit_names(
    facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "COMPACT_AT", 1)
    for ids_ in ("ab", "cd", "ef"):
        write(facts, *(Change("channels", channels(each)) for each in ids_))
    write(facts, Change("channels", channels("x"), "replace"), Change("channels", channels("y")))
    named = {file for commit in facts.history() for file in Facts(facts.root, commit).all_files()}
    assert parquet(facts) == named
    assert not (facts.root / "writing.jsonl").exists()


def test_files_of_earlier_commits_stay_for_those_who_read_them(facts: Facts) -> None:
    write(facts, Change("channels", channels("a")))
    reading = facts.pinned()
    with facts.writing() as killed:
        killed.write(Change("channels", channels("lost"), "replace"))
    write(facts, Change("channels", channels("b"), "replace"))
    assert (ids(reading), ids(facts)) == (["a"], ["b"])


def test_a_journal_that_was_cut_off_is_read_as_far_as_it_goes(facts: Facts) -> None:
    write(facts, Change("channels", channels("a")))
    (facts.root / "writing.jsonl").write_text('["channels", ["part-')
    write(facts, Change("channels", channels("b")))
    assert ids(facts) == ["a", "b"]
    assert ids(facts.as_of(NOON)) == ["a", "b"]


def test_a_table_that_was_written_empty_outlives_its_journal(facts: Facts) -> None:
    none = TABLES["channels"].arrow_schema().empty_table()
    write(
        facts,
        Change("channels", none),
        Change("names", TABLES["names"].arrow_schema().empty_table()),
    )
    write(facts, Change("channels", channels("a")))
    assert ids(facts) == ["a"]


def of_old(facts: Facts) -> None:
    """Commits as the first versions wrote them: they do not tell their files."""
    for path in (facts.root / "commits").glob("*.json"):
        content = json.loads(path.read_text())
        content.pop("files", None)
        path.write_text(json.dumps(content))


def age(facts: Facts) -> None:
    """Delta's log, 60 days old."""
    for path in (facts.root / "tables").glob("*/_delta_log/*"):
        old = path.stat().st_mtime - 60 * 86_400
        os.utime(path, (old, old))


def test_delta_cleans_nothing_that_commits_of_old_name(
    facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "LOGS_LAST", {"delta.checkpointInterval": "5"})  # as of old
    for day in range(12):
        write(facts, Change("channels", channels(f"c{day:02}")), at=NOON + timedelta(days=day))
        of_old(facts)
        age(facts)
    for day in range(12):
        assert len(ids(facts.as_of(NOON + timedelta(days=day)))) == day + 1


def test_where_the_log_of_old_is_gone_it_is_said(facts: Facts) -> None:
    write(facts, Change("channels", channels("a")))
    of_old(facts)
    write(facts, Change("channels", channels("b")), at=NOON + timedelta(days=1))
    shutil.rmtree(facts.root / "tables" / "channels" / "_delta_log")
    with pytest.raises(StoreError, match="early Kaigai") as error:
        ids(facts.as_of(NOON))
    assert "初期の Kaigai" in error.value.text.ja
    assert ids(facts) == ["a", "b"]


def test_where_a_file_was_taken_away_it_is_said(facts: Facts) -> None:
    write(facts, Change("channels", channels("a")))
    Path(facts.files("channels")[0]).unlink()
    with pytest.raises(StoreError, match="copy it back"):
        facts.as_of(NOON)


def test_drafts_of_one_who_was_killed_go_with_the_next_write(facts: Facts) -> None:
    left = facts.root / "drafts" / "killed"
    left.mkdir(parents=True)
    (left / "part-1.parquet").touch()
    left.with_suffix(".lock").touch()
    with facts.drafting() as drafts:
        write(facts, Change("channels", channels("a")))
        assert not left.exists()
        assert drafts.folder.is_dir(), "somebody is at work"


@pytest.mark.parametrize("below", ["", "w", "a/b"])
def test_a_file_in_the_way_of_a_workspace_is_said_in_words(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("x")
    for create in (False, True):
        with pytest.raises(StoreError, match="is a file") as error:
            Facts.open(tmp_path / "file" / below, create=create)
        assert "ファイルです" in error.value.text.ja
    assert (tmp_path / "file").read_text() == "x"
