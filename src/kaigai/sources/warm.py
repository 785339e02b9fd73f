"""Imported once by the process that worker processes are forked from, so that they start warm."""

import sys
from importlib.abc import MetaPathFinder
from typing import Any


class WithoutPandas(MetaPathFinder):
    """Says that there is no pandas: PyArrow imports it (0.4 s) with the first array it makes."""

    def find_spec(self, name: str, path: Any, target: Any = None) -> None:
        """Refuse pandas; leave all else to the other finders."""
        if name == "pandas":
            raise ImportError("readers use no pandas")


sys.meta_path.insert(0, WithoutPandas())

from kaigai.sources import intake as intake  # noqa: E402
from kaigai.sources.reader import READERS  # noqa: E402

READERS.plugins  # noqa: B018
