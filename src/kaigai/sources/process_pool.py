"""Processes that read beside this one, whatever else it is: a terminal, a server, a notebook, or
a plain script without a `__main__` guard.

Where this process is a single thread on Linux they are forked, which saves 0.4 s. A fork of a
process with threads may wait for ever for a lock that one of them held, Polars' or Arrow's; there
each is a program of its own (`python -m kaigai.sources.worker`), which imports nothing of the
script that asks. They end with the process that began them, also where that is killed.
"""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.spawn import get_executable
from pathlib import Path
from typing import IO, Any, Final, Generic, TypeVar

from kaigai.sources.worker import begin_forked
from kaigai.terms.text import Refused, Text

Asked = TypeVar("Asked")
Found = TypeVar("Found")

WORKER: Final = "kaigai.sources.worker"
END_SECONDS: Final = 10  #: that a worker has, to end by itself
BROKEN: Final = (OSError, EOFError, pickle.UnpicklingError)
MINDED: Final = "jemalloc_bg_thd\n"  #: Arrow's memory, which makes itself ready for a fork
TASKS: Final = Path("/proc/self/task")  #: one entry for each thread, also of libraries'


class WorkerLost(Refused):
    """A process that read files ended before it was done."""


def each_apart(
    work: Callable[[Asked], Found],
    asked: Sequence[Asked],
    workers: int,
    meanwhile: Callable[[], None] = lambda: None,
) -> Iterator[Found]:
    """What work comes to, in the order of what is asked, done by other processes.

    work       can be pickled, as what it is given and gives; its errors are raised here
    meanwhile  what this process does once they are at work

    Raises WorkerLost.
    """
    if is_single_thread():
        fork = get_context("fork")
        forked = ProcessPoolExecutor(workers, mp_context=fork, initializer=begin_forked)
        yield from _results(forked, work, asked, meanwhile)
        return
    programs = Programs(work)
    threads = ThreadPoolExecutor(workers)
    try:
        yield from _results(threads, programs.ask, asked, meanwhile)
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        programs.end(0)
        raise
    finally:
        programs.end()


def is_single_thread() -> bool:
    """Whether this process may be forked: no other thread, Python's or a library's, is in it."""
    if sys.platform != "linux":
        return False
    try:
        names = [(TASKS / each / "comm").read_text() for each in os.listdir(TASKS)]
        return sum(name != MINDED for name in names) == 1
    except OSError:  # one ended meanwhile
        return False


def _results(
    pool: Executor,
    work: Callable[[Asked], Found],
    asked: Sequence[Asked],
    meanwhile: Callable[[], None],
) -> Iterator[Found]:
    jobs: list[Future[Found]] = []
    try:
        jobs += [pool.submit(work, each) for each in asked]
        meanwhile()
        for job in jobs:
            yield job.result()
    except BrokenProcessPool as error:
        raise WorkerLost(LOST) from error
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        # Nobody wants what they are at, and Python would wait for it at its end.
        begun = list((getattr(pool, "_processes", None) or {}).values())
        for worker in begun:
            worker.kill()
        for worker in begun:
            worker.join(1)
        raise
    finally:
        pool.shutdown(
            wait=len(jobs) == len(asked) and all(job.done() for job in jobs), cancel_futures=True
        )


class Programs(Generic[Asked, Found]):
    """Worker programs, one for each thread that asks."""

    def __init__(self, work: Callable[[Asked], Found]) -> None:
        self._work = work
        self._mine = threading.local()
        self._lock = threading.Lock()
        self._begun: list[subprocess.Popen[bytes]] = []
        self._ended = False

    def ask(self, asked: Asked) -> Found:
        """What work comes to; done in this process where no other can be begun."""
        if not hasattr(self._mine, "program"):
            self._mine.program = self._begin()
        program = self._mine.program
        if program is None:
            return self._work(asked)
        try:
            is_found, result = _exchanged(program, asked)
        except BROKEN as error:
            raise WorkerLost(LOST) from error
        if not is_found:
            raise result
        return result

    def end(self, seconds: float = END_SECONDS) -> None:
        """End them all; one at work is killed after that time."""
        with self._lock:
            self._ended, begun = True, self._begun
        for program in begun:
            with suppress(OSError):
                _pipes(program)[0].close()  # which tells it to end
        for program in begun:
            try:
                program.wait(seconds)
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()
            _pipes(program)[1].close()

    def _begin(self) -> subprocess.Popen[bytes] | None:
        command = [os.fsdecode(get_executable() or ""), "-P", "-m", WORKER]
        paths = os.pathsep.join(os.path.abspath(each) for each in sys.path)
        environ = os.environ | {"PYTHONPATH": paths}
        pipe = subprocess.PIPE
        with self._lock:
            if self._ended:
                raise WorkerLost(LOST)
            try:
                program = subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environ)  # noqa: S603
            except OSError:
                return None  # a program that holds a Python, and is none
            self._begun.append(program)
        try:
            _exchanged(program, self._work)  # it says that it is ready
        except BROKEN:
            return None
        return program


def _exchanged(program: subprocess.Popen[bytes], what: Any) -> Any:
    asking, answers = _pipes(program)
    pickle.dump(what, asking, pickle.HIGHEST_PROTOCOL)
    asking.flush()
    return pickle.load(answers)  # noqa: S301 - of our own making


def _pipes(program: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert program.stdin is not None
    assert program.stdout is not None
    return program.stdin, program.stdout


LOST: Final = Text(
    "a process that read files ended before it was done, and nothing was written; perhaps there "
    "was no memory left: read fewer files at once",
    "ファイルを読み込むプロセスが途中で終了しました。何も書き込んでいません。"
    "メモリ不足の可能性があります。一度に読み込むファイルを減らしてください",
)
