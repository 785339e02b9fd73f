"""How worker processes start: with every reader loaded, without pandas, collecting rarely."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, Final

from kaigai.sources.reader import READERS

READERS.plugins  # noqa: B018


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
    sys.meta_path.insert(0, WithoutPandas())
    gc.freeze()
    gc.set_threshold(*RARELY)


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """The same rarity for a while, within this process."""
    before = gc.get_threshold()
    gc.set_threshold(*RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*before)
