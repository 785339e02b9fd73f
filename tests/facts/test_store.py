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
from filelock import FileLock

from kaigai.facts import store
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
    monkeypatch.setattr(store, "MANY", many)  # rows that become a file of our own making
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


def test_as_of_and_history_read_no_more_commits_than_they_must(
    facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(20):
        write(facts, Change("channels", channels(f"c{day}")), at=NOON + timedelta(days=day))
    read, load = [], store._load_commit

    def counted(path: Path) -> store.Commit:
        read.append(path)
        return load(path)

    monkeypatch.setattr(store, "_load_commit", counted)
    assert facts.commit.number == 20
    assert facts.as_of(NOON + timedelta(days=18)).commit.number == 19
    history = facts.history()
    assert len(history) == 20
    assert [each.number for each in history[-2:]] == [19, 20]
    assert len(read) <= 5
    assert [each.number for each in history] == list(range(1, 21))


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
    monkeypatch.setattr(store, "COMPACT_AT", 3)
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
    write(facts, Change("channels", channels("b")))
    assert ids(facts) == ["a", "b"]
