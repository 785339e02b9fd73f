"""How worker processes start, without pandas, collecting rarely; and what they do until the
process that began them is gone."""

import gc
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from multiprocessing import parent_process
from multiprocessing.connection import wait
from queue import SimpleQueue
from threading import Thread
from types import ModuleType
from typing import Any, BinaryIO, Final


class WithoutPandas(MetaPathFinder, Loader):
    """Lets no pandas in: PyArrow imports it (0.4 s) with the first array it makes.

    It is found and cannot be loaded: Polars only asks whether it is there, and must not fail.
    """

    def find_spec(self, name: str, path: Any, target: Any = None) -> ModuleSpec | None:
        """Take pandas; leave all else to the other finders."""
        return ModuleSpec(name, self) if name == "pandas" else None

    def exec_module(self, module: ModuleType) -> None:
        """Refuse."""
        raise ImportError("readers use no pandas")


RARELY: Final = (200_000, 50, 50)


def begin() -> None:
    """Make a worker process ready. What a reader makes is freed by counting references alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who began it is told, and ends it
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # a fork has what its parent does then
    sys.meta_path.insert(0, WithoutPandas())
    gc.freeze()
    gc.set_threshold(*RARELY)


def begin_forked() -> None:
    """The same in a fork, which would otherwise wait for ever for a parent that was killed."""
    begin()
    parent = parent_process()
    assert parent is not None
    Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()


def serve() -> None:
    """Do what is asked through standard input, until it ends: first the work, then what it is
    done on. Whatever prints goes to where errors go."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    begin()
    asked: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_listen, args=(sys.stdin.buffer, asked), daemon=True).start()
    work = asked.get()
    _answer(answers, "ready")
    while True:
        _answer(answers, _done(work, asked.get()))


def _listen(stream: BinaryIO, asked: SimpleQueue[Any]) -> None:
    try:
        while True:
            asked.put(pickle.load(stream))  # noqa: S301 - from who began this process
    except EOFError:
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        os._exit(1)


def _done(work: Any, on: Any) -> tuple[bool, Any]:
    try:
        return True, work(on)
    except Exception as error:
        error.add_note(traceback.format_exc())
        return False, error


def _answer(answers: BinaryIO, what: Any) -> None:
    pickle.dump(what, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """The same rarity for a while, within this process."""
    before = gc.get_threshold()
    gc.set_threshold(*RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*before)


if __name__ == "__main__":
    from kaigai.sources.worker import serve as serve_as_module

    serve_as_module()
