"""Imported once by the process that worker processes are forked from, so that they start warm."""

import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any


class WithoutPandas(MetaPathFinder, Loader):
    """Lets no pandas in: PyArrow imports it (0.4 s) with the first array it makes.

    It is found and cannot be loaded: Polars, which only asks whether it is there, must not fail.
    """

    def find_spec(self, name: str, path: Any, target: Any = None) -> ModuleSpec | None:
        """Take pandas; leave all else to the other finders."""
        return ModuleSpec(name, self) if name == "pandas" else None

    def exec_module(self, module: ModuleType) -> None:
        """Refuse."""
        raise ImportError("readers use no pandas")


sys.meta_path.insert(0, WithoutPandas())

from kaigai.sources import intake as intake  # noqa: E402
from kaigai.sources.reader import READERS  # noqa: E402

READERS.plugins  # noqa: B018
