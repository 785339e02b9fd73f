"""Reading writes nothing twice and nothing half, and says what became of every file."""

import os
import signal
import subprocess
import sys
import time
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from kaigai.facts.engine import Engine
from kaigai.facts.store import Facts
from kaigai.sources import actions
from kaigai.sources.actions import read
from kaigai.sources.result import ReadResult
from tests.conftest import NOON
from tests.messages import message


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    """An empty workspace."""
    return Facts.open(tmp_path / "w", create=True)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder to put files into."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def again(facts: Facts, inbox: Path, days: int = 0) -> ReadResult:
    """Read the inbox, some days later."""
    return read(facts, paths=[inbox], at=NOON + timedelta(days=days))


def titles(facts: Facts) -> list[str]:
    """The recordings that are seen."""
    rows = Engine(facts)["recordings"].order_by("recording_id").to_pyarrow()
    return list(rows["title"].to_pylist())


def test_reading_twice_changes_nothing(facts: Facts, inbox: Path) -> None:
    (inbox / "one.xml").write_text(message(title="Dawn"))
    first = again(facts, inbox)
    assert (first.count("new"), first.refusals) == (1, [])
    before = facts.commit
    second = again(facts, inbox, days=1)
    assert (second.count("same"), second.rows) == (1, {})
    assert facts.commit == before


def test_a_copy_under_another_name_is_the_same(facts: Facts, inbox: Path) -> None:
    (inbox / "one.xml").write_text(message(title="Dawn"))
    again(facts, inbox)
    (inbox / "copy.xml").write_text(message(title="Dawn"))
    assert again(facts, inbox).count("same") == 2


def test_a_newer_delivery_replaces_and_an_older_does_not(facts: Facts, inbox: Path) -> None:
    (inbox / "1.xml").write_text(message(title="Dawn", created="2026-01-02T00:00:00Z"))
    again(facts, inbox)
    (inbox / "2.xml").write_text(message(title="Dusk", created="2026-01-03T00:00:00Z"))
    (inbox / "0.xml").write_text(message(title="Noon", created="2026-01-01T00:00:00Z"))
    result = again(facts, inbox, days=1)
    assert (result.count("changed"), result.count("older")) == (1, 1)
    assert titles(facts) == ["Dusk"]


def test_a_purge_takes_the_release_away(facts: Facts, inbox: Path) -> None:
    (inbox / "1.xml").write_text(message(title="Dawn", created="2026-01-02T00:00:00Z"))
    again(facts, inbox)
    (inbox / "2.xml").write_text(message(created="2026-01-03T00:00:00Z", purge=True))
    again(facts, inbox)
    assert titles(facts) == []


def test_a_test_message_is_kept_apart(facts: Facts, inbox: Path) -> None:
    (inbox / "1.xml").write_text(message(title="Dawn", control="TestMessage"))
    assert again(facts, inbox).count("test") == 1
    assert titles(facts) == []


def test_a_broken_file_is_refused_and_the_good_ones_are_kept(facts: Facts, inbox: Path) -> None:
    (inbox / "good.xml").write_text(message(title="Dawn"))
    (inbox / "cut.xml").write_text(message(isrc="JPZZ92500002", title="Half")[:-400])
    (inbox / "notes.txt").write_text("call the distributor")
    result = again(facts, inbox)
    assert (result.count("new"), result.count("refused")) == (1, 2)
    places = {Path(path).name: refused.place for path, refused in result.refusals}
    assert "line" in places["cut.xml"]
    assert titles(facts) == ["Dawn"]


def test_a_file_that_is_refused_again_is_said_again_and_stored_once(
    facts: Facts, inbox: Path
) -> None:
    (inbox / "cut.xml").write_text(message()[:-400])
    first = again(facts, inbox)
    before = facts.commit
    second = again(facts, inbox, days=1)
    assert first.refusals[0][1] == second.refusals[0][1]
    assert facts.commit == before


def test_a_zip_of_messages_is_read(facts: Facts, inbox: Path) -> None:
    with zipfile.ZipFile(inbox / "batch.zip", "w") as archive:
        for number in (1, 2):
            text = message(isrc=f"JPZZ9250000{number}", title=f"T{number}", number=number)
            archive.writestr(f"{number}.xml", text)
    assert again(facts, inbox).count("new") == 2
    assert titles(facts) == ["T1", "T2"]


def test_many_files_are_read_side_by_side_with_the_same_result(
    facts: Facts, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        text = message(isrc=f"JPZZ925000{number:02}", title=f"T{number}", number=number)
        (inbox / f"{number}.xml").write_text(text)
    monkeypatch.setattr(actions, "ALONE", 4)
    monkeypatch.setattr(actions, "CHUNK_FILES", 4)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    beside = again(facts, inbox)
    monkeypatch.setattr(actions, "ALONE", 1000)
    alone = Facts.open(tmp_path / "alone", create=True)
    assert again(alone, inbox) == beside
    assert titles(alone) == titles(facts)


@pytest.mark.parametrize("few", [0, 1_000])
def test_a_row_that_many_messages_share_is_kept_once(
    facts: Facts, inbox: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(actions, "FEW", few)
    monkeypatch.setattr(actions, "CHUNK_FILES", 1)
    for day in range(2):
        for number in (2 * day, 2 * day + 1):
            (inbox / f"{number}.xml").write_text(message(number=number))
        again(facts, inbox, days=day)
        for table, key in (("territory_sets", ["territory_set_id"]), ("deals", ["deal_set_id"])):
            rows = facts.arrow(table)
            assert rows.num_rows == rows.group_by(key).aggregate([]).num_rows == 1


KERNELS = """
import sys
from kaigai.doors.terminal.main import run
assert run(["read", sys.argv[1], "--workspace", sys.argv[2]], {}) == 0
print({"pandas", "pyarrow.compute"} & set(sys.modules))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="nothing forks there")
def test_a_message_is_read_without_what_loads_slowly(inbox: Path, tmp_path: Path) -> None:
    (inbox / "one.xml").write_text(message(title="Dawn"))
    command = [sys.executable, "-c", KERNELS, str(inbox), str(tmp_path / "w")]
    environ = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, check=True, env=environ, text=True)
    assert done.stdout.splitlines()[-1] == "set()"


def test_rows_that_spill_while_reading_are_seen_only_at_the_end(
    facts: Facts, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        text = message(isrc=f"JPZZ925000{number:02}", title=f"T{number}", number=number)
        (inbox / f"{number}.xml").write_text(text)
    monkeypatch.setattr(actions, "SPILL", 1)
    monkeypatch.setattr(actions, "CHUNK_FILES", 2)
    seen: list[int] = []
    read(
        facts,
        paths=[inbox],
        at=NOON,
        watch=lambda done, total, what: seen.append(facts.commit.number),
    )
    assert set(seen) == {0}
    assert len(titles(facts)) == 6


READ = """
import sys
from datetime import UTC, datetime
from kaigai.facts.store import Facts
from kaigai.sources.actions import read
if __name__ == "__main__":
    facts = Facts.open(sys.argv[1], create=True)
    print("reading", flush=True)
    result = read(facts, paths=sys.argv[2:], at=datetime.now(UTC))
    print(result.count("new"), result.count("same"))
"""


def reading(root: Path, *paths: Path) -> "subprocess.Popen[str]":
    """Another process that reads."""
    command = [sys.executable, "-c", READ, str(root), *map(str, paths)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_processes_may_read_at_once(facts: Facts, inbox: Path) -> None:
    for number in range(8):
        text = message(isrc=f"JPZZ925000{number:02}", title=f"T{number}", number=number)
        (inbox / f"{number}.xml").write_text(text)
    processes = [reading(facts.root, inbox) for _ in range(2)]
    assert [process.wait(timeout=120) for process in processes] == [0, 0]
    assert len(titles(facts)) == 8
    assert facts.arrow("origins").num_rows == 8


def versions(root: Path) -> int:
    """How many versions of tables there are, those that no commit names, too."""
    return sum(1 for _ in (root / "tables").glob("*/_delta_log/*.json"))


@pytest.mark.parametrize("written", [0, 1, 6])
def test_a_killed_read_leaves_the_store_as_it_was(facts: Facts, inbox: Path, written: int) -> None:
    """It is killed when so many tables have been written and no commit names one."""
    (inbox / "1.xml").write_text(message(title="Dawn"))
    again(facts, inbox)
    many = inbox.parent / "many"
    many.mkdir()
    for number in range(100):
        text = message(isrc=f"JPZZ9251{number:04}", title=f"T{number}", number=number + 2)
        (many / f"{number}.xml").write_text(text)
    before = versions(facts.root)
    process = reading(facts.root, many)
    assert process.stdout is not None
    process.stdout.readline()
    while versions(facts.root) < before + written and process.poll() is None:
        time.sleep(0.001)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    process.stdout.close()
    assert len(titles(facts)) in (1, 101)
    assert again(facts, many).refusals == []
    assert len(titles(facts)) == 101
