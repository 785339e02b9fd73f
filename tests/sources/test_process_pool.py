"""Files are read by other processes from whatever asks, and none of them outlives it."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kaigai.sources import process_pool
from kaigai.sources.process_pool import WorkerLost, each_apart, is_single_thread
from tests.messages import message

linux = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")


def doubled(number: int) -> tuple[int, int]:
    """Twice a number, and by which process."""
    return 2 * number, os.getpid()


def failing(number: int) -> int:
    """Never anything."""
    raise ZeroDivisionError(number)


def ending(number: int) -> int:
    """What a worker without memory does."""
    os._exit(number)


def printing(number: int) -> int:
    """A library that says something."""
    print(number)  # noqa: T201
    return number


@pytest.fixture(params=["threads", "alone"])
def pool(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A process with other threads in it, and one that may be forked."""
    if request.param == "alone" and sys.platform != "linux":
        pytest.skip("nothing forks here")
    monkeypatch.setattr(process_pool, "is_single_thread", lambda: request.param == "alone")
    return str(request.param)


def test_others_do_it_in_order(pool: str) -> None:
    found = list(each_apart(doubled, range(20), 2))
    assert [number for number, _ in found] == [2 * number for number in range(20)]
    assert os.getpid() not in {process for _, process in found}


def test_their_errors_are_raised_here(pool: str) -> None:
    with pytest.raises(ZeroDivisionError, match="0"):
        list(each_apart(failing, range(3), 2))


def test_one_that_is_lost_is_said_in_words(pool: str) -> None:
    with pytest.raises(WorkerLost, match="nothing was written") as error:
        list(each_apart(ending, [3], 1))
    assert "メモリ不足" in error.value.text.ja


def test_what_they_print_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_pool, "is_single_thread", lambda: False)
    assert list(each_apart(printing, range(3), 1)) == [0, 1, 2]


@pytest.mark.parametrize("program", ["/nonexistent/python", "/bin/false"])
def test_where_no_program_can_be_begun_it_is_done_here(
    program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process_pool, "is_single_thread", lambda: False)
    monkeypatch.setattr(process_pool, "get_executable", lambda: program)
    found = list(each_apart(doubled, range(3), 2))
    assert found == [(2 * number, os.getpid()) for number in range(3)]


@linux
def test_a_thread_is_seen_whoever_began_it() -> None:
    code = (
        "from kaigai.sources.process_pool import is_single_thread as alone; import pyarrow as pa;"
        "before = alone(); pa.table({'a': list(range(10**6))}).sort_by('a');"
        "import polars; polars.DataFrame({'a': [1]}).lazy().collect(); print(before, alone())"
    )
    command = [sys.executable, "-c", code]
    environ = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    found = subprocess.run(command, capture_output=True, text=True, check=True, env=environ)
    assert found.stdout.split() == ["True", "False"]
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    assert not is_single_thread()
    stop.set()
    thread.join()


#: No guard: whoever imported it again would say "begun" again.
SCRIPT = """
import sys
import polars
import kaigai
from kaigai.facts.store import Facts

print("begun", flush=True)
ws = kaigai.open(sys.argv[1])
ws.read(sys.argv[2])
ws.share()
polars.DataFrame({"a": [2, 1]}).lazy().sort("a").collect()
ws.read(sys.argv[3])
print(len(Facts.open(sys.argv[1]).arrow("recordings")), flush=True)
"""
PLAYS = "isrc,title,artist,territory,month,streams\nJPZZ92500001,Dawn,Nami,JP,2026-09,100\n"


def messages(folder: Path, count: int) -> Path:
    """A folder of as many messages."""
    folder.mkdir()
    for number in range(count):
        text = message(isrc=f"JPZZ9251{number:04}", title=f"T{number}", number=number + 2)
        (folder / f"{number}.xml").write_text(text)
    return folder


def test_a_plain_script_asks_and_then_reads_many_files(tmp_path: Path) -> None:
    script, plays = tmp_path / "script.py", tmp_path / "plays.csv"
    script.write_text(SCRIPT)
    plays.write_text(PLAYS)
    many = messages(tmp_path / "many", 70)
    command = [sys.executable, *map(str, (script, tmp_path / "w", plays, many))]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["begun", "70"]


READ = """
import sys
from datetime import UTC, datetime
from kaigai.facts.store import Facts
from kaigai.sources import actions, process_pool
actions.CHUNK_FILES = 1
process_pool.is_single_thread = lambda: sys.argv[1] == "alone"
facts = Facts.open(sys.argv[2], create=True)
said = lambda *done: print(flush=True)
actions.read(facts, paths=sys.argv[3:], at=datetime.now(UTC), watch=said)
"""


def children(process: int) -> set[int]:
    """The processes that a process began."""
    tasks = Path(f"/proc/{process}/task")
    return {
        int(each) for task in tasks.iterdir() for each in (task / "children").read_text().split()
    }


@linux
@pytest.mark.parametrize("kind", ["alone", "threads"])
def test_workers_end_with_a_reader_that_is_killed(tmp_path: Path, kind: str) -> None:
    many = messages(tmp_path / "many", 600)
    command = [sys.executable, "-c", READ, kind, str(tmp_path / "w"), str(many)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as reading:
        assert reading.stdout
        for _ in range(3):
            reading.stdout.readline()
        begun = children(reading.pid)
        reading.send_signal(signal.SIGKILL)
    assert begun
    for _ in range(200):
        if not (living := {each for each in begun if Path(f"/proc/{each}").exists()}):
            break
        time.sleep(0.05)
    assert not living


@linux
@pytest.mark.parametrize(("sent", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_read_that_is_stopped_says_so_and_leaves_nothing(
    tmp_path: Path, sent: signal.Signals, status: int
) -> None:
    many, root = messages(tmp_path / "many", 3_000), tmp_path / "w"
    kaigai = str(Path(sys.executable).with_name("kaigai"))
    command = [kaigai, "read", str(many), "--workspace", str(root)]
    environ = os.environ | {"KAIGAI_LANG": "en"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environ) as reading:
        for _ in range(200):
            if begun := children(reading.pid):
                break
            time.sleep(0.02)
        time.sleep(0.3)  # what is raised in the midst of a fork is lost
        begun = children(reading.pid)
        reading.send_signal(sent)
        _, error = reading.communicate(timeout=20)
    assert begun
    assert reading.returncode == status, error
    assert "stopped" in error, error
    assert "Traceback" not in error
    assert not [each for each in begun if Path(f"/proc/{each}").exists()]
    assert not list(root.glob("drafts/*"))
